package fi.lupa.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ContractFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** No event can carry an identity code, the name of a person or what a document says. */
class PrivacyTest {
  /**
   * Six digits, a century sign, three digits and a check character, standing alone or run together.
   */
  private static final Pattern IDENTITY_CODE =
      Pattern.compile("(?i)(?<![0-9a-z.-])[0-9]{6}[-+A-FU-Y]?[0-9]{3}[0-9A-Y](?![0-9a-z.-])");

  private static final Pattern PERSONAL_FIELD =
      Pattern.compile(
          "(?i).*(identity|hetu|ssn|person|first|last|given|family|surname|birth|address|phone|email|author|title"
              + "|explanation|freetext|text$|body|payload).*");

  /** Names that an event may hold: those of organisations and units. */
  private static final List<String> NAMES = List.of("name", "organisationName", "unitName");

  static List<Path> files() {
    return Stream.of(
            ContractFiles.in("events", ".json"),
            ContractFiles.in("asyncapi", ".yaml"),
            ContractFiles.in("codesets", ".yaml"))
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void holdsNothingThatLooksLikeAnIdentityCode(Path file) {
    assertThat(IDENTITY_CODE.matcher(ContractFiles.text(file)).results().map(r -> r.group()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "020516C903K",
        "131052-308T",
        "100190Y999P",
        "\"010101+123N\"",
        "id=010101-123n,",
        "0101011231"
      })
  void theSearchFindsIdentityCodes(String text) {
    assertThat(IDENTITY_CODE.matcher(text).find()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void hasNoFieldForAPersonOrAText(EventType type) {
    List<String> fields = fields(Schemas.node(type));
    assertThat(fields).isNotEmpty().noneMatch(name -> PERSONAL_FIELD.matcher(name).matches());
    assertThat(fields)
        .filteredOn(name -> name.toLowerCase(java.util.Locale.ROOT).contains("name"))
        .isSubsetOf(NAMES);
  }

  @Test
  void contentIsOnlyAYesOrNo() {
    assertThat(Schemas.node(EventType.RECORDS_QUERIED).at("/properties/content/type").asString())
        .isEqualTo("boolean");
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsBounded(EventType type) {
    assertThat(texts(Schemas.node(type))).allMatch(PrivacyTest::bounded);
  }

  private static boolean bounded(JsonNode text) {
    return text.has("pattern") || text.has("format") || text.has("maxLength");
  }

  /**
   * Schemas of texts; one that only says "there" about a field defined elsewhere has no other key.
   */
  private static List<JsonNode> texts(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    if (schema.isObject()
        && schema.path("type").toString().contains("\"string\"")
        && schema.size() > 1) {
      found.add(schema);
    }
    schema.values().forEach(child -> found.addAll(texts(child)));
    return found;
  }

  private static List<String> fields(JsonNode schema) {
    List<String> found = new ArrayList<>(schema.path("properties").propertyNames());
    schema.values().forEach(child -> found.addAll(fields(child)));
    return found;
  }
}
