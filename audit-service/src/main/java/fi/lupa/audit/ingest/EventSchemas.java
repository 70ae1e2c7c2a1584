package fi.lupa.audit.ingest;

import fi.lupa.audit.schema.Check;
import fi.lupa.audit.schema.SchemaCompiler;
import fi.lupa.contracts.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of all event types, read once at start. */
final class EventSchemas {
  private final Map<EventType, Check> checks;

  private EventSchemas(Map<EventType, Check> checks) {
    this.checks = checks;
  }

  /**
   * @throws IllegalStateException when a type has no schema
   */
  static EventSchemas load() {
    return new EventSchemas(
        Arrays.stream(EventType.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), type -> SchemaCompiler.compile(schema(type)))));
  }

  boolean fits(EventType type, JsonNode value) {
    Check check = checks.get(type);
    return check != null && check.fits(value);
  }

  private static JsonNode schema(EventType type) {
    String resource = "/events/" + type.ceType() + ".schema.json";
    try (InputStream in = EventType.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no schema at " + resource);
      }
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
