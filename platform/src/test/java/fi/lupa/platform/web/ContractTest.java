package fi.lupa.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {
  private static final String CLIENT = "\"client\":{\"identityCode\":\"131052-308T\"}";

  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final Contract contract = Contract.load("/openapi/test.yaml");
  private final BodyReader reader = new BodyReader(json, contract);

  record Loose(String text) {}

  private List<Violation> violations(String body) {
    return contract.violations("Note", json.readTree(body));
  }

  @Test
  void aBodyThatMeetsTheSchemaHasNoViolations() {
    assertThat(
            violations(
                """
                {"client": {"temporaryId": "1.2.246.10.1"}, "text": "x", "organisation": "1.2.3",
                 "businessId": "0166906-4", "day": "2026-02-28", "moment": "2026-11-22T08:00:00Z",
                 "id": "018f3b1e-0000-7000-8000-000000000000", "kind": "LONG", "weight": 9,
                 "parts": [{"name": "a"}, {"name": "b"}]}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"organisation\":\"131052-308T\"' | /organisation | has the wrong form",
        "'\"organisation\":17'              | /organisation | integer found, string expected",
        "'\"businessId\":\"0166906-5\"'     | /businessId   | has the wrong form",
        "'\"day\":\"2026-02-29\"'           | /day          | has the wrong form",
        "'\"day\":\"28.2.2026\"'            | /day          | has the wrong form",
        "'\"moment\":\"2026-11-22\"'        | /moment       | has the wrong form",
        "'\"id\":\"x\"'                     | /id           | has the wrong form",
        "'\"parts\":[{\"name\":\"a\"},{\"name\":\"B\"}]' | /parts/1/name | has the wrong form",
        "'\"parts\":[{}]'                   | /parts/0/name | is required",
        "'\"parts\":[{\"name\":\"a\",\"size\":1}]' | /parts/0/size | 'isn''t known here'",
        "'\"colour\":\"red\"'               | /colour       | 'isn''t known here'"
      })
  void eachViolationHasItsPointer(String member, String pointer, String message) {
    assertThat(violations("{" + CLIENT + ",\"text\":\"x\"," + member + "}"))
        .containsExactly(new Violation(pointer, message));
  }

  @Test
  void allViolationsAreToldAtOnce() {
    assertThat(violations("{\"client\":{},\"weight\":10,\"kind\":\"HUGE\",\"parts\":[1,2,3,4]}"))
        .extracting(Violation::pointer)
        .contains("/client", "/text", "/weight", "/kind", "/parts", "/parts/0", "/parts/3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%s,\"text\":\"x\",\"131052-308T\":1}",
        "{%s,\"text\":\"x\",\"parts\":[{\"name\":\"a\",\"131052-308T\":1}]}",
        "{%s,\"text\":\"131052-308T131052-308T\"}",
        "{%s,\"text\":\"x\",\"kind\":\"131052-308T\"}",
        "{%s,\"text\":\"x\",\"weight\":\"131052-308T\"}",
        "{%s,\"text\":\"x\",\"day\":\"131052-308T\"}",
        "{%s,\"text\":\"x\",\"parts\":[{\"name\":\"131052-308T\"}]}",
        "{%s,\"text\":\"x\",\"parts\":[{\"name\":\"131052-308T\"},{\"name\":\"131052-308T\"}]}",
        "{\"client\":{\"identityCode\":\"131052-308U\"},\"text\":\"x\"}",
        "{\"client\":{\"temporaryId\":\"131052-308T\"},\"text\":\"x\"}",
        "{\"client\":\"131052-308T\",\"text\":\"x\"}",
        "[\"131052-308T\"]",
        "\"131052-308T\""
      })
  void nothingSentIsRepeated(String body) {
    assertThat(violations(body.formatted(CLIENT)))
        .isNotEmpty()
        .allSatisfy(violation -> assertThat(violation.toString()).doesNotContain("131052"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "nonsense",
        "{} {}",
        "{\"text\":\"x\"}}",
        "{\"text\":1,}",
        "{'text':1}",
        "131052-308T"
      })
  void whatIsNoJsonIsToldSo(String body) {
    assertThatThrownBy(() -> reader.read(body.getBytes(), "Loose", Loose.class))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.violations())
                    .singleElement()
                    .matches(violation -> violation.pointer().isEmpty())
                    .matches(violation -> violation.message().startsWith("the body is")));
  }

  @Test
  void aDeepBodyIsRefusedNotSwallowed() {
    byte[] deep = "[".repeat(100_000).getBytes();
    assertThatThrownBy(() -> reader.read(deep, "Loose", Loose.class)).isInstanceOf(Problem.class);
  }

  @Test
  void theBindingHasTheLastWordAndRepeatsNothingEither() {
    assertThatThrownBy(() -> reader.read("{\"131052-308T\":1}".getBytes(), "Loose", Loose.class))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.violations())
                    .containsExactly(new Violation("", "has a value that isn't possible here")));
    assertThatThrownBy(() -> reader.read("{\"other\":1}".getBytes(), "Loose", Loose.class))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.violations())
                    .containsExactly(
                        new Violation("/other", "has a value that isn't possible here")));
  }

  @Test
  void anUnknownSchemaOrFileIsAnError() {
    assertThatThrownBy(() -> contract.violations("Nothing", json.readTree("{}")))
        .hasMessage("the contract has no schema Nothing");
    assertThatThrownBy(() -> Contract.load("/openapi/nothing.yaml"))
        .hasMessage("no contract at /openapi/nothing.yaml");
  }
}
