package fi.lupa.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import fi.lupa.contracts.ContractFiles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A schema and its Java record say the same. */
class SchemasTest {
  @Test
  void everyTypeHasOneSchemaAndNoSchemaIsLeftOver() {
    assertThat(
            ContractFiles.in("events", ".schema.json").stream()
                .map(f -> f.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values()).map(t -> t.ceType() + ".schema.json").toList());
  }

  @ParameterizedTest
  @EnumSource
  void isAValidSchemaNamedAsTheEventSays(EventType type) {
    JsonNode schema = Schemas.node(type);
    assertThat(schema.path("$id").asString()).isEqualTo(type.schema());
    assertThat(schema.path("$schema").asString())
        .isEqualTo(SpecificationVersion.DRAFT_2020_12.getDialectId());
    assertThat(
            SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(
                    com.networknt.schema.SchemaLocation.of(Dialects.getDraft202012().getId()))
                .validate(schema))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hasTheFieldsOfTheRecordAndRequiresThoseThatAreNeverNull(EventType type) {
    assertSame(Schemas.node(type), Schemas.node(type), type.record(), type.ceType());
  }

  @ParameterizedTest
  @EnumSource
  void isClosedEverywhere(EventType type) {
    List<JsonNode> objects = objects(Schemas.node(type));
    assertThat(objects).isNotEmpty().allMatch(o -> o.path("additionalProperties").isBoolean());
    assertThat(objects).noneMatch(o -> o.path("additionalProperties").asBoolean());
  }

  private static void assertSame(JsonNode root, JsonNode given, Class<?> record, String at) {
    JsonNode schema = resolved(root, given);
    List<String> all = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String name = component.getName();
      all.add(name);
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(name);
      }
      AnnotatedType type = component.getAnnotatedType();
      JsonNode field = schema.path("properties").path(name);
      if (type instanceof AnnotatedParameterizedType many
          && Collection.class.isAssignableFrom(component.getType())) {
        descend(
            root, field.path("items"), many.getAnnotatedActualTypeArguments()[0], at + "/" + name);
      } else {
        descend(root, field, type, at + "/" + name);
      }
    }
    assertThat(schema.path("properties").propertyNames())
        .as("fields of " + at)
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(schema.path("required").values().stream().map(JsonNode::asString))
        .as("required fields of " + at)
        .containsExactlyInAnyOrderElementsOf(required);
  }

  private static void descend(JsonNode root, JsonNode field, AnnotatedType type, String at) {
    Class<?> raw = (Class<?>) type.getType();
    if (raw.isEnum()) {
      assertThat(enumKeys(field)).as("keys of " + at).isSubsetOf(names(raw)).isNotEmpty();
    } else if (raw.isRecord() && resolved(root, field).path("type").asString("").equals("object")) {
      assertSame(root, field, raw, at);
    }
  }

  private static List<String> enumKeys(JsonNode field) {
    return field.path("enum").values().stream()
        .filter(key -> !key.isNull())
        .map(JsonNode::asString)
        .toList();
  }

  private static List<String> names(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(key -> ((Enum<?>) key).name()).toList();
  }

  /** Follows a reference; of "this or null" takes this. */
  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    if (schema.has("anyOf")) {
      return resolved(root, schema.path("anyOf").path(0));
    }
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : resolved(root, root.at(reference.substring(1)));
  }

  private static List<JsonNode> objects(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    if (schema.isObject() && schema.path("type").asString("").equals("object")) {
      found.add(schema);
    }
    schema.values().forEach(child -> found.addAll(objects(child)));
    return found;
  }
}
