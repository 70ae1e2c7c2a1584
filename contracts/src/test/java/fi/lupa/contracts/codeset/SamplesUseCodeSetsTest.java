package fi.lupa.contracts.codeset;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ContractFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What samples cite is there to be looked up. */
class SamplesUseCodeSetsTest {
  private static final Set<String> REASONS =
      ContractFiles.in("codesets/reason-codes", ".yaml").stream()
          .flatMap(file -> ContractFiles.yaml(file).propertyNames().stream())
          .collect(Collectors.toSet());

  static List<Path> samples() {
    return ContractFiles.in("events/samples", ".json");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyKeyIsInItsCodeSet(Path file) {
    JsonNode sample = ContractFiles.json(file);
    assertThat(keys(sample, "reasonCode")).isSubsetOf(REASONS);
    assertThat(keys(sample, "purpose")).isSubsetOf(names("purposes"));
    assertThat(keys(sample, "legalReferences")).isSubsetOf(names("legal-references"));
    assertThat(keys(sample, "socialServices")).isSubsetOf(names("social-services"));
    assertThat(keys(sample, "documentType")).isSubsetOf(names("document-types"));
  }

  private static List<String> keys(JsonNode sample, String field) {
    return sample.findValues(field).stream()
        .flatMap(
            value -> value.isArray() ? value.values().stream() : java.util.stream.Stream.of(value))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }

  private static List<String> names(String set) {
    return List.copyOf(ContractFiles.yaml("codesets/" + set + ".yaml").propertyNames());
  }
}
