package fi.lupa.contracts.event;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import fi.lupa.contracts.ContractFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The events' JSON Schemas, with formats checked. */
final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Map<EventType, Schema> BY_TYPE =
      Arrays.stream(EventType.values())
          .collect(Collectors.toMap(Function.identity(), type -> REGISTRY.getSchema(node(type))));

  private Schemas() {}

  static JsonNode node(EventType type) {
    return ContractFiles.json(ContractFiles.at("events/" + type.ceType() + ".schema.json"));
  }

  static List<Error> errors(EventType type, JsonNode data) {
    return BY_TYPE.get(type).validate(data);
  }
}
