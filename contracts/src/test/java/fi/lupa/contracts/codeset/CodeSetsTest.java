package fi.lupa.contracts.codeset;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ContractFiles;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every code set: readable, whole in three languages, with keys that the code knows. */
class CodeSetsTest {
  private static final Set<String> TABLES = Set.of("role-matrix.yaml", "document-kinds.yaml");

  static List<Path> files() {
    return ContractFiles.in("codesets", ".yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void startsByTellingWhereItComesFrom(Path file) {
    assertThat(ContractFiles.text(file)).startsWith("# ");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEntrySpeaksThreeLanguages(Path file) {
    if (TABLES.contains(String.valueOf(file.getFileName()))) {
      return; // of keys, not of names
    }
    JsonNode set = ContractFiles.yaml(file);
    assertThat(set.isObject()).isTrue();
    List<JsonNode> entries = entries(set);
    assertThat(entries.isEmpty()).isEqualTo(set.isEmpty());
    for (JsonNode entry : entries) {
      for (String language : List.of("fi", "sv", "en")) {
        JsonNode text = entry.path(language);
        assertThat(text.isString()).as(language + " of " + entry).isTrue();
        assertThat(text.asString())
            .as(language + " of " + entry)
            .isNotBlank()
            .isEqualTo(text.asString().strip());
      }
    }
  }

  @Test
  void serviceTasksAreThoseOfTheCode() {
    JsonNode set = ContractFiles.yaml("codesets/service-tasks.yaml");
    assertThat(set.propertyNames())
        .containsExactlyInAnyOrderElementsOf(names(ServiceTask.values()));
    assertThat(set.values())
        .allMatch(task -> task.path("code").isNull() || task.path("code").isString());
    assertThat(set.path("CHILD_PROTECTION").path("code").asString()).isEqualTo("10");
    assertThat(set.path("DISABILITY").path("code").asString()).isEqualTo("20");
  }

  @Test
  void socialServicesNameTasksOfTheCode() {
    for (JsonNode service : ContractFiles.yaml("codesets/social-services.yaml")) {
      assertThat(service.has("serviceTasks")).isTrue();
      assertThat(service.path("serviceTasks").values().stream().map(JsonNode::asString))
          .isSubsetOf(names(ServiceTask.values()));
    }
  }

  @Test
  void basesAndGroundsAreThoseOfTheCode() {
    JsonNode set = ContractFiles.yaml("codesets/bases.yaml");
    assertThat(set.propertyNames()).containsExactlyInAnyOrder("bases", "grounds");
    assertThat(set.path("bases").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names(Basis.values()));
    assertThat(set.path("grounds").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names(Ground.values()));
  }

  @Test
  void legalReferencesNameTheirActAndSection() {
    JsonNode set = ContractFiles.yaml("codesets/legal-references.yaml");
    for (var entry : set.properties()) {
      if (entry.getKey().equals("DRAFT_2020")) {
        continue; // it never became an act
      }
      String act = entry.getValue().path("act").asString();
      assertThat(act).matches("[0-9]+/[0-9]{4}");
      assertThat(entry.getKey()).contains("_" + act.replace('/', '_'));
      if (entry.getValue().has("section")) {
        String section = entry.getValue().path("section").asString();
        assertThat(section).matches("[0-9]+ §( [0-9]+)?");
        assertThat(entry.getKey()).contains("_S" + section.replace(" §", "").replace(' ', '_'));
      }
    }
  }

  @Test
  void documentTypesAreTypesOrFamiliesAndNoTypeLacksAFamily() {
    JsonNode set = ContractFiles.yaml("codesets/document-types.yaml");
    assertThat(set.propertyNames())
        .allMatch(key -> key.matches("150[56]\\.([1-9][0-9]?xxx|[1-9][0-9]{0,4})|9000\\.[1-3]"));
    assertThat(set.propertyNames())
        .filteredOn(key -> key.matches("1506\\.[0-9]+"))
        .isNotEmpty()
        .allMatch(key -> set.has(key.substring(0, key.length() - 3) + "xxx"));
  }

  @Test
  void purposesAreKeys() {
    assertThat(ContractFiles.yaml("codesets/purposes.yaml").propertyNames())
        .isNotEmpty()
        .allMatch(key -> key.matches("[A-Z][A-Z_]*"));
  }

  @Test
  void voidReasonsAreThoseOfTheContract() {
    assertThat(ContractFiles.yaml("codesets/void-reasons.yaml").propertyNames())
        .containsExactlyElementsOf(
            ContractFiles.yaml("openapi/disclosure.yaml")
                .at("/components/schemas/Voiding/properties/reason/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList());
  }

  @Test
  void eachInformationTextIsInForceFromALaterDayThanTheOneBefore() {
    JsonNode set = ContractFiles.yaml("codesets/information-texts.yaml");
    assertThat(set.propertyNames()).allMatch(key -> key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}"));
    assertThat(set.values().stream().map(text -> text.path("validFrom").asString()))
        .isNotEmpty()
        .allMatch(day -> day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void contactDataAreNamesAndNoneIsBothHiddenAndShown() {
    JsonNode set = ContractFiles.yaml("codesets/contact-data.yaml");
    assertThat(set.propertyNames()).containsExactlyInAnyOrder("hidden", "shown");
    List<String> hidden = contactNames(set.path("hidden"));
    List<String> shown = contactNames(set.path("shown"));
    assertThat(hidden).isNotEmpty().allMatch(name -> name.matches("\\*?[a-z_]+"));
    assertThat(shown).isNotEmpty().allMatch(name -> name.matches("\\*?[a-z_]+"));
    assertThat(Stream.concat(hidden.stream(), shown.stream())).doesNotHaveDuplicates();
  }

  private static List<String> contactNames(JsonNode groups) {
    assertThat(groups.values()).allMatch(group -> group.path("names").isArray());
    return groups.values().stream()
        .flatMap(group -> group.path("names").values().stream())
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void everyRoleSaysWhereItIsAndWhatItsTaskNeeds() {
    JsonNode set = ContractFiles.yaml("codesets/roles.yaml");
    assertThat(set.propertyNames()).isNotEmpty().allMatch(key -> key.matches("[A-Z][A-Z_]{1,49}"));
    for (JsonNode role : set.values()) {
      assertThat(role.path("contactData").isBoolean()).isTrue();
      assertThat(role.path("wideSearch").isBoolean()).isTrue();
      assertThat(names(Sector.values())).contains(role.path("sector").asString());
      assertThat(role.path("ownership").values().stream().map(JsonNode::asString))
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .isSubsetOf(names(Ownership.values()));
    }
  }

  @Test
  void everySituationHasItsTasksAndEachTaskItsSource() {
    JsonNode set = ContractFiles.yaml("codesets/preparation-tasks.yaml");
    List<String> situations = List.of("PUBLIC", "PRIVATE", "EXTENSION", "OLD_DOCUMENTS_ONLY");
    for (JsonNode task : set) {
      assertThat(task.path("source").asString()).isNotBlank();
      assertThat(task.path("situations").values().stream().map(JsonNode::asString))
          .isNotEmpty()
          .isSubsetOf(situations)
          .doesNotHaveDuplicates();
    }
    assertThat(situations)
        .allSatisfy(one ->
            assertThat(set.values())
                .anyMatch(task -> task.path("situations").toString().contains('"' + one + '"')));
    assertThat(set.propertyNames()).allMatch(key -> key.matches("[A-Z][A-Z0-9_]{1,63}"));
  }

  @Test
  void phaseTwoEndedOnTheLastOfAugust2024() {
    JsonNode set = ContractFiles.yaml("codesets/certification-profiles.yaml");
    assertThat(set.at("/PHASE_2/lastJoinDay").asString()).isEqualTo("2024-08-31");
    assertThat(set.values()).anyMatch(profile -> profile.path("lastJoinDay").isNull());
    assertThat(set.values())
        .allMatch(profile ->
            profile.path("lastJoinDay").isNull()
                || profile.path("lastJoinDay").asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
  }

  /** The entries of a set; two files hold sets of sets. */
  private static List<JsonNode> entries(JsonNode set) {
    return set.values().stream()
        .flatMap(child -> child.has("fi") ? Stream.of(child) : child.values().stream())
        .toList();
  }

  private static List<String> names(Enum<?>... keys) {
    return Arrays.stream(keys).map(Enum::name).toList();
  }
}
