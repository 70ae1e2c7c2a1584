package fi.lupa.authorization.support;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fi.lupa.testkit.TopicLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Reads the service's topic. */
public final class Events {
  private static final String TOPIC = "authorization.events";

  private Events() {}

  /** One record of the topic. */
  public record Told(String key, Map<String, String> headers, String value) {
    private static Told of(TopicLog.Entry entry) {
      return new Told(entry.key(), entry.headers(), entry.value());
    }

    public String type() {
      return headers.get("ce_type");
    }

    public JsonNode data() {
      return Calls.JSON.readTree(value);
    }

    /** What breaks the published JSON Schema of the event's type. */
    public List<String> violations() {
      try (InputStream in =
          Events.class.getResourceAsStream("/events/" + type() + ".schema.json")) {
        Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        return schema.validate(data()).stream().map(Object::toString).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** At least {@code count} events under a key. */
  public static List<Told> await(String key, int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> all().stream().filter(told -> key.equals(told.key())).toList(),
            found -> found.size() >= count);
  }

  /** Everything told so far. */
  public static List<Told> all() {
    return TopicLog.of(TOPIC).all().stream().map(Told::of).toList();
  }
}
