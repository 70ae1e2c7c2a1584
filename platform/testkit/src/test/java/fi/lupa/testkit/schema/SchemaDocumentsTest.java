package fi.lupa.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The generator against a validator, with every keyword that it knows. */
class SchemaDocumentsTest {
  private static final JsonNode SCHEMA =
      json(
          """
          {"$schema": "http://json-schema.org/draft-07/schema#", "title": "all of them",
           "type": "object", "additionalProperties": false, "required": ["kind", "when", "free"],
           "properties": {
             "kind": {"type": "string", "enum": ["", "b"], "minLength": 1},
             "when": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
             "system": {"type": "string", "pattern": "^urn:oid:1\\\\.2\\\\.3(\\\\.\\\\d+)*$"},
             "free": {"type": "string", "minLength": 12, "maxLength": 12},
             "yes": {"type": "boolean"}, "none": {"type": "null"},
             "count": {"type": "integer", "minimum": 2, "maximum": 9},
             "size": {"type": "number", "maximum": 0},
             "empty": {"type": "object", "additionalProperties": false, "properties": {}},
             "open": {"type": "object", "properties": {"a": {"type": "string"}}},
             "list": {"type": "array", "minItems": 1, "maxItems": 3, "items":
               {"type": "object", "required": ["name"], "additionalProperties": false,
                "properties": {"name": {"type": "string", "sosmeta": {"pattern": "("}},
                               "codes": {"type": "array", "items": {"type": "string"}}}}}}}
          """);

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static List<Error> errors(JsonNode schema, JsonNode document) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
    Schema validator =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemaRegistryConfig(config))
            .getSchema(schema);
    return validator.validate(document);
  }

  @Test
  void theSmallestHasOnlyWhatIsRequired() {
    JsonNode minimal = SchemaDocuments.of(SCHEMA).minimal();
    assertThat(minimal)
        .isEqualTo(json("{\"kind\":\"b\",\"when\":\"2026-03-10\",\"free\":\"xxxxxxxxxxxx\"}"));
    assertThat(errors(SCHEMA, minimal)).isEmpty();
  }

  @Test
  void theFullOneHasEverythingAndEachTextOnce() {
    JsonNode full = SchemaDocuments.of(SCHEMA).full();
    assertThat(errors(SCHEMA, full)).isEmpty();
    assertThat(full.propertyNames()).hasSize(SCHEMA.path("properties").size());
    assertThat(full.path("list")).hasSize(2);
    assertThat(full.path("list").valueStream().map(item -> item.path("name").asString()))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.startsWith("teksti "));
    assertThat(SchemaDocuments.of(SCHEMA).full()).isEqualTo(full);
  }

  @Test
  void eachBrokenOneBreaksOneRuleAtItsPlace() {
    List<Broken> broken = SchemaDocuments.of(SCHEMA).broken().toList();
    assertThat(broken)
        .extracting(Broken::keyword)
        .contains(
            "required",
            "type",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "additionalProperties");
    assertThat(broken)
        .extracting(Broken::pointer)
        .contains("/kind", "/list/0/name", "/list/0/codes/0", "/empty", "");
    for (Broken one : broken) {
      assertThat(errors(SCHEMA, one.document()))
          .as(one.toString())
          .anySatisfy(error -> {
            String at = error.getInstanceLocation().toString();
            boolean required = error.getKeyword().equals("required");
            assertThat(error.getKeyword()).isEqualTo(one.keyword());
            assertThat(required ? at + "/" + error.getProperty() : at).isEqualTo(one.pointer());
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"required\":[\"a\"],\"additionalProperties\":false,\"properties\":{}}",
        "{\"properties\":{\"a\":{\"type\":\"string\",\"enum\":[\"x\"],\"minLength\":2}}}",
        "{\"properties\":{\"a\":{\"type\":\"string\",\"enum\":[\"x\"],\"pattern\":\"^y$\"}}}",
        "{\"properties\":{\"a\":{\"type\":\"array\",\"minItems\":2,\"maxItems\":1,\"items\":{}}}}",
        "{\"properties\":{\"a\":{\"type\":\"string\",\"minLength\":2,\"maxLength\":1}}}",
        "{\"properties\":{\"a\":{\"type\":\"number\",\"minimum\":2,\"maximum\":1}}}"
      })
  void contradictionsAreTold(String schema) {
    assertThatThrownBy(() -> SchemaDocuments.of(json(schema)).full())
        .isInstanceOf(Unsatisfiable.class)
        .hasMessageContaining("at ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"if\":{}}",
        "{\"properties\":{\"a\":{\"oneOf\":[]}}}",
        "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}",
        "{\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^[A-Z]{40}$\"}}}"
      })
  void whatIsNotUnderstoodIsNeverPassedOver(String schema) {
    assertThatThrownBy(() -> SchemaDocuments.of(json(schema)).full())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
