package fi.lupa.audit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import fi.lupa.contracts.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Against a general validator: every event's schema, every sample, and each changed everywhere. */
class SchemaCompilerTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry GENERAL =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .failFast(true)
                      .build()));

  private static final List<String> JUNK =
      List.of(
          "null",
          "true",
          "0",
          "1",
          "-1",
          "1.0",
          "1.5",
          "99999999999999999999",
          "[]",
          "{}",
          "[null]",
          "[\"X\"]",
          "[\"X\",\"X\"]",
          "\"\"",
          "\"x\"",
          "\"X\"",
          "\"X\\n\"",
          "\"2026-11-22\"",
          "\"2026-02-30\"",
          "\"2026-11-22\\n\"",
          "\"2026-11-22T10:11:12Z\"",
          "\"2026-11-22T10:11:12.123456Z\"",
          "\"2026-11-22T10:11:12+02:00\"",
          "\"2026-11-22T25:11:12Z\"",
          "\"2026-11-22T10:11Z\"",
          "\"2026-11-22 10:11:12Z\"",
          "\"1.2.246.10.94000000.10.0\"",
          "\"1.2.246.10.094000000\"",
          "\"01234567-89ab-4cde-8f01-23456789abcd\"",
          "\"01234567-89AB-4CDE-8F01-23456789ABCD\"",
          "\"01234567-89ab-4cde-8f01-23456789abcd\\n\"",
          "\"9000.1\"",
          "\"131052-308T\"",
          "\"" + "x".repeat(101) + "\"",
          "\"" + "\uD83D\uDE00".repeat(100) + "\"");

  private final List<String> others = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private int fitting;
  private int unfitting;

  @ParameterizedTest
  @EnumSource(EventType.class)
  void decidesAsAGeneralValidatorDoes(EventType type) throws IOException {
    JsonNode schema = schema(type);
    Check check = SchemaCompiler.compile(schema);
    Schema general = GENERAL.getSchema(schema);
    words(schema);
    List<String> replacements = new ArrayList<>(JUNK);
    replacements.addAll(others);
    Resource[] samples =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:events/samples/" + type.ceType() + ".*.json");
    assertThat(samples).isNotEmpty();
    for (Resource sample : samples) {
      JsonNode whole = JSON.readTree(sample.getContentAsByteArray());
      assertThat(check.fits(whole)).as(sample.getFilename()).isTrue();
      for (String other : replacements) {
        compare(check, general, JSON.readTree(other));
      }
      change(whole, whole, replacements, check, general);
    }
    assertThat(fitting).isGreaterThan(2);
    assertThat(unfitting).isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"patternProperties\":{}}",
        "{\"format\":\"email\"}",
        "{\"type\":\"number\"}",
        "{\"enum\":[1]}",
        "{\"$ref\":\"other.json\"}",
        "{\"properties\":{\"a\":{\"items\":{\"multipleOf\":3}}}}"
      })
  void refusesWhatItDoesNotKnow(String schema) {
    JsonNode read = JSON.readTree(schema);
    assertThatThrownBy(() -> SchemaCompiler.compile(read))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a schema of events uses ");
  }

  /** Each value of the whole replaced, removed, doubled, and members added. */
  private void change(
      JsonNode whole, JsonNode part, List<String> replacements, Check check, Schema general) {
    if (part instanceof ObjectNode object) {
      for (String name : Set.copyOf(object.propertyNames())) {
        JsonNode was = object.get(name);
        change(whole, was, replacements, check, general);
        for (String other : replacements) {
          object.set(name, JSON.readTree(other));
          compare(check, general, whole);
        }
        object.remove(name);
        compare(check, general, whole);
        object.set(name, was);
      }
      for (String name : names) {
        if (!object.has(name)) {
          for (String other : List.of("null", "\"X\"", "{}", "[]", "1")) {
            object.set(name, JSON.readTree(other));
            compare(check, general, whole);
          }
          object.remove(name);
        }
      }
    } else if (part instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode was = array.get(i);
        change(whole, was, replacements, check, general);
        for (String other : replacements) {
          array.set(i, JSON.readTree(other));
          compare(check, general, whole);
        }
        array.set(i, was);
        array.add(was);
        compare(check, general, whole);
        array.remove(array.size() - 1);
      }
    }
  }

  private void compare(Check check, Schema general, JsonNode value) {
    boolean fits = general.validate(value).isEmpty();
    if (check.fits(value) != fits) {
      throw new AssertionError("should " + (fits ? "" : "not ") + "fit: " + value);
    }
    fitting += fits ? 1 : 0;
    unfitting += fits ? 0 : 1;
  }

  /** All members and fixed values that the schema knows. */
  private void words(JsonNode schema) {
    names.add("more");
    schema.path("properties").propertyNames().forEach(names::add);
    schema.path("enum").forEach(value -> others.add(value.toString()));
    if (schema.has("const")) {
      others.add(schema.get("const").toString());
    }
    schema.forEach(this::words);
  }

  private static JsonNode schema(EventType type) throws IOException {
    try (InputStream in =
        EventType.class.getResourceAsStream("/events/" + type.ceType() + ".schema.json")) {
      return JSON.readTree(in);
    }
  }
}
