package fi.lupa.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.ContractFiles;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.Samples.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every sample is an event by the schema and by the Java record; nothing of it gets lost. */
class SamplesTest {
  static List<Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAtLeastTwo(EventType type) {
    assertThat(samples()).filteredOn(sample -> sample.type() == type).hasSizeGreaterThan(1);
  }

  @Test
  void showEachOutcomeOfAQuery() {
    assertThat(samples())
        .filteredOn(sample -> sample.type() == EventType.RECORDS_QUERIED)
        .extracting(sample -> ((RecordsQueried) sample.event()).outcome())
        .contains(Outcome.values());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fitsItsSchema(Sample sample) {
    assertThat(Schemas.errors(sample.type(), sample.data())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comesBackWholeFromItsRecord(Sample sample) {
    Event event = sample.event();
    JsonNode written = written(event);
    assertThat(plain(written)).isEqualTo(plain(sample.data()));
    assertThat(ContractFiles.JSON.treeToValue(written, sample.type().record())).isEqualTo(event);
    assertThat(EventType.of(event)).isEqualTo(sample.type());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isStillAnEventAsTheServicesWriteIt(Sample sample) {
    JsonNode written = written(sample.event());
    assertThat(Schemas.errors(sample.type(), written)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isRefusedWithAnUnknownFieldAnywhere(Sample sample) {
    for (int at = 0; at < objects(sample.data()).size(); at++) {
      JsonNode broken = sample.data().deepCopy();
      objects(broken).get(at).put("surplus", "x");
      assertThat(Schemas.errors(sample.type(), broken)).as(broken.toString()).isNotEmpty();
      assertThatThrownBy(() -> ContractFiles.JSON.treeToValue(broken, sample.type().record()))
          .isInstanceOf(JacksonException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isRefusedWithoutAnyOfItsRequiredFields(Sample sample) {
    for (JsonNode name : Schemas.node(sample.type()).path("required")) {
      ObjectNode missing = (ObjectNode) sample.data().deepCopy();
      assertThat(missing.remove(name.asString())).isNotNull();
      assertThat(Schemas.errors(sample.type(), missing)).as("without " + name).isNotEmpty();
      ObjectNode empty = (ObjectNode) sample.data().deepCopy();
      empty.putNull(name.asString());
      assertThat(Schemas.errors(sample.type(), empty)).as("null " + name).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isRefusedWithAnythingOfAnotherKind(Sample sample) {
    for (String name : sample.data().propertyNames()) {
      ObjectNode broken = (ObjectNode) sample.data().deepCopy();
      broken.put(name, -1.5);
      assertThat(Schemas.errors(sample.type(), broken)).as("number as " + name).isNotEmpty();
      broken.put(name, " not a value ");
      if (!name.equals("textVersion")) {
        assertThat(Schemas.errors(sample.type(), broken)).as("text as " + name).isNotEmpty();
      }
    }
  }

  /** Through text, as over Kafka. */
  private static JsonNode written(Event event) {
    return ContractFiles.JSON.readTree(ContractFiles.JSON.writeValueAsBytes(event));
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> found = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      found.add(object);
    }
    node.values().forEach(child -> found.addAll(objects(child)));
    return found;
  }

  /**
   * Without nulls, which say the same as nothing, and with the texts of lists (sets in Java) in
   * order.
   */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode plain = ContractFiles.JSON.createObjectNode();
      object.properties().stream()
          .filter(field -> !field.getValue().isNull())
          .forEach(field -> plain.set(field.getKey(), plain(field.getValue())));
      return plain;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode plain = ContractFiles.JSON.createArrayNode();
      array.values().stream()
          .map(SamplesTest::plain)
          .sorted(Comparator.comparing(one -> one.isString() ? one.asString() : ""))
          .forEach(plain::add);
      return plain;
    }
    return node;
  }
}
