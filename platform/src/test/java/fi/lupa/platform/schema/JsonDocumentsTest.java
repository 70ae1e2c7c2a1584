package fi.lupa.platform.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.problem.Violation;
import fi.lupa.testkit.schema.SchemaDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is refused before any schema is asked, and how the schema's violations are told. */
class JsonDocumentsTest {
  private static final Oid ANY = new Oid("1.2.3.1");
  private static final Oid TASK = new Oid("1.2.3.2");
  private static final String SECRET = "131052-308T";

  @TempDir private static Path folder;
  private static JsonDocuments documents;

  @BeforeAll
  static void load() throws IOException {
    SampleSchemas.file(
        folder,
        ANY.value(),
        """
        {"properties": {"known": {"properties": {"list": {"items": {"properties": {"x": {}}}}}}}}
        """);
    SampleSchemas.file(
        folder,
        TASK.value(),
        """
        {"properties": {"system": {"pattern": "^urn:oid:1\\\\.2\\\\.246\\\\.537\\\\.6\\\\.1207(\\\\.\\\\d+)*$"},
                        "evil": {"pattern": "^(a+)+$"}, "list": {"items": {"type": "string"}}}}
        """);
    documents = new JsonDocuments(OwnSchemas.with(folder));
  }

  private static List<Violation> violations(byte[] content) {
    CheckedJson checked = documents.check(ANY, content);
    assertThat(checked.violations()).noneMatch(v -> v.toString().contains(SECRET));
    return checked.violations();
  }

  private static List<Violation> violations(String content) {
    return violations(content.getBytes(UTF_8));
  }

  private static void only(List<Violation> violations, String pointer, String word) {
    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().pointer()).isEqualTo(pointer);
    assertThat(violations.getFirst().message()).contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [1, -0, 2.50, 1e10, true, null, \"\"] ",
        "\"\\ud83d\\ude00 \\u00e4 ä 😀 \\t\"",
        "123456789012345678901234567890",
        "1e300"
      })
  void jsonIsTaken(String json) {
    assertThat(violations(json)).isEmpty();
  }

  @Test
  void theTreeIsWhatWasRead() {
    String json = "{\"a\":[1,2.5,{\"b\":null,\"c\":true}],\"d\":\"ä\",\"e\":9007199254740993}";
    assertThat(documents.check(ANY, json.getBytes(UTF_8)).tree()).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1,"a":2}                              |                       | twice
          {"known":1,"known":1}                      | /known                | twice
          {"known":{"list":[{"x":1},{"x":1,"x":2}]}} | /known/list/1/x       | twice
          {"known":{"131052-308T":1,"131052-308T":2}}| /known                | twice
          {"131052-308T":{"known":1,"known":2}}      |                       | twice
          {"known":{"list":["\\u0000"]}}             | /known/list/0         | NUL
          {"known":{"\\u0000":1}}                    | /known                | NUL
          {"known":"131052-308T\\ud800"}             | /known                | surrogate
          {"known":"\\udc00\\ud800"}                 | /known                | surrogate
          {"known":"\\ud83d\\u0041"}                 | /known                | surrogate
          {"known":1e301}                            | /known                | too large
          {"known":-1E+400}                          | /known                | too large
          {"known":1e-999}                           | /known                | too small
          {"known":1e2147483648}                     | /known                | too large
          {"known":1}{}                              |                       | after its end
          {"known":1,}                               |                       | isn't JSON (line 1)
          {known:1}                                  |                       | isn't JSON
          {'known':1}                                |                       | isn't JSON
          {"known":01}                               |                       | isn't JSON
          {"known":+1}                               |                       | isn't JSON
          {"known":.5}                               |                       | isn't JSON
          {"known":NaN}                              |                       | isn't JSON
          {"known":"131052-308T                      |                       | isn't JSON
          /* 131052-308T */ {}                       |                       | isn't JSON
          131052-308T                                |                       | isn't JSON
          """)
  void whatReadersUnderstandDifferentlyIsRefused(String json, String pointer, String word) {
    only(violations(json), "/content" + Objects.requireNonNullElse(pointer, ""), word);
  }

  @Test
  void depthIsBounded() {
    assertThat(violations("[".repeat(64) + "]".repeat(64))).isEmpty();
    assertThat(violations("[".repeat(65) + "]".repeat(65))).hasSize(1);
    only(violations("[".repeat(5_000_000)), "/content", "deeper");
    only(violations("{\"known\":".repeat(5000)), "/content/known", "deeper");
  }

  @Test
  void numbersAreBounded() {
    only(
        violations("{\"known\":" + "9".repeat(1_000_000) + "}"), "/content/known", "longer number");
    only(violations("{\"known\":0." + "9".repeat(1_000_000) + "}"), "/content/known", "longer");
    only(violations("{\"" + "n".repeat(5000) + "\":1}"), "/content", "longer number or name");
  }

  @Test
  void onlyUtf8IsTaken() {
    only(violations(new byte[0]), "/content", "is empty");
    only(violations(" \n "), "/content", "is empty");
    only(violations("\uFEFF{}"), "/content", "byte order mark");
    only(
        violations("{\"known\":\"ä\"}".getBytes(ISO_8859_1)),
        "/content",
        "isn't UTF-8 text (byte 11)");
    for (Charset other : List.of(UTF_16LE, java.nio.charset.StandardCharsets.UTF_16BE)) {
      assertThat(violations("{\"known\":1}".getBytes(other))).hasSize(1);
      assertThat(violations("1".getBytes(other))).hasSize(1);
    }
    assertThat(violations("{\"known\":1}".getBytes(Charset.forName("UTF-32BE")))).hasSize(1);
    assertThat(violations("{\"known\":1}".getBytes(Charset.forName("UTF-32LE")))).hasSize(1);
    assertThat(violations(new byte[] {0, 0, 0})).hasSize(1);
  }

  /** A slash as two bytes, a surrogate as three, a text cut off in a character. */
  @ParameterizedTest
  @ValueSource(
      strings = {"c0af", "c080", "eda080", "edb080", "f4908080", "f88080808080", "c3", "ff"})
  void brokenUtf8IsRefused(String hex) {
    byte[] bad = java.util.HexFormat.of().parseHex(hex);
    byte[] content = new byte[10_000 + bad.length];
    java.util.Arrays.fill(content, (byte) ' ');
    System.arraycopy(bad, 0, content, 9_990, bad.length);
    only(violations(content), "/content", "isn't UTF-8 text (byte 9991)");
  }

  @Test
  void anUnknownSchemaIsTold() {
    CheckedJson checked = documents.check(new Oid("1.2.3.99"), "{}".getBytes(UTF_8));
    only(checked.violations(), "/metadata/schemaOid", "isn't a schema known here");
    assertThat(checked.tree()).isNull();
  }

  @Test
  void violationsPointToTheirPlaces() throws IOException {
    JsonNode schema;
    String file = "/schemas/" + OwnSchemas.PLAN.value() + ".json";
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
      schema = JsonMapper.shared().readTree(in);
    }
    ObjectNode plan = (ObjectNode) SchemaDocuments.of(schema).full();
    ObjectNode root = (ObjectNode) plan.path("asiakassuunnitelma");
    root.remove("laatija");
    root.put("laatimispaivamaara", SECRET);
    root.put(SECRET, SECRET);
    ((ObjectNode) root.path("toimenpiteet").get(1)).put("kuvaus", 1);
    assertThat(documents.check(OwnSchemas.PLAN, plan.toString().getBytes(UTF_8)).violations())
        .containsExactlyInAnyOrder(
            new Violation("/content/asiakassuunnitelma/laatija", "is required"),
            new Violation(
                "/content/asiakassuunnitelma/laatimispaivamaara",
                "breaks the schema's rule pattern"),
            new Violation(
                "/content/asiakassuunnitelma", "breaks the schema's rule additionalProperties"),
            new Violation(
                "/content/asiakassuunnitelma/toimenpiteet/1/kuvaus",
                "breaks the schema's rule type"));
  }

  @Test
  void aDocumentFullOfMistakesGetsAShortAnswerSoon() {
    String document = "{\"list\":[" + "1,".repeat(2_000_000) + "1]}";
    CheckedJson checked = documents.check(TASK, document.getBytes(UTF_8));
    assertThat(checked.violations())
        .hasSize(FirstErrors.MOST)
        .contains(new Violation("/content/list/0", "breaks the schema's rule type"));
  }

  /** Java's own engine overflows its stack on the first and never ends on the second. */
  @Test
  void patternsTakeLinearTime() {
    String oid = "urn:oid:1.2.246.537.6.1207" + ".1".repeat(200_000);
    assertThat(
            documents
                .check(TASK, "{\"system\":\"%s\"}".formatted(oid).getBytes(UTF_8))
                .violations())
        .isEmpty();
    String evil = "{\"evil\":\"%s!\"}".formatted("a".repeat(100_000));
    assertThat(documents.check(TASK, evil.getBytes(UTF_8)).violations())
        .containsExactly(new Violation("/content/evil", "breaks the schema's rule pattern"));
  }
}
