package fi.lupa.disclosure.fact;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an event that another service wrote, by the event's published JSON Schema: what passes can
 * be applied, so that nothing half-filled stops the ones behind it.
 */
@Component
public class EventReader {
  /** PostgreSQL can't hold this character in jsonb. */
  private static final String NUL = "\\u0000";

  private final JsonMapper json;
  private final Map<EventType, Schema> schemas;

  EventReader(JsonMapper json) {
    this.json = json;
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).failFast(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    this.schemas =
        Arrays.stream(EventType.values())
            .collect(
                Collectors.toMap(Function.identity(), type -> registry.getSchema(schema(type))));
  }

  /** The event; empty when the data isn't one of that type. */
  public Optional<Event> read(EventType type, JsonNode data) {
    Schema schema = schemas.get(type);
    if (schema == null || !schema.validate(data).isEmpty() || data.toString().contains(NUL)) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.treeToValue(data, type.record()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Whether events of that type tell a fact that decisions are made on. */
  public static boolean isFact(EventType type) {
    return Arrays.stream(FactKind.values()).anyMatch(kind -> kind.record() == type.record());
  }

  private JsonNode schema(EventType type) {
    String resource = "/events/" + type.ceType() + ".schema.json";
    try (InputStream in = EventType.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no schema at " + resource);
      }
      return json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
