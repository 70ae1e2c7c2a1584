package fi.lupa.audit.ingest;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
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
  private final Map<EventType, Schema> schemas;

  private EventSchemas(Map<EventType, Schema> schemas) {
    this.schemas = schemas;
  }

  /**
   * @throws IllegalStateException when a type has no schema
   */
  static EventSchemas load() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).failFast(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    return new EventSchemas(
        Arrays.stream(EventType.values())
            .collect(
                Collectors.toMap(Function.identity(), type -> registry.getSchema(schema(type)))));
  }

  boolean fits(EventType type, JsonNode value) {
    Schema schema = schemas.get(type);
    return schema != null && schema.validate(value).isEmpty();
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
