package fi.lupa.authorization;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.token;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.usageright.batch.Batches;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent: the answer says what is wrong and where, and repeats nothing of it. */
class BadInputIT extends AuthorizationIT {
  private static final String PRODUCER = newOid();
  private static final ObjectNode GRANT = Calls.grant("020516C903K", PRODUCER);
  private static final String SECRET = "Xyzzy7";

  static Stream<Arguments> grants() {
    return Stream.of(
        arguments("/client/identityCode", client("identityCode", "020516C903L")),
        arguments("/client/identityCode", client("identityCode", "310216C9033")),
        arguments("/client/identityCode", client("identityCode", "020516G903K")),
        arguments("/client/identityCode", client("identityCode", "020516c903k")),
        arguments("/client/identityCode", client("identityCode", "")),
        arguments("/client/identityCode", client("identityCode", 20516903)),
        arguments("/client/identityCode", client("identityCode", null)),
        arguments("/client/temporaryId", client("temporaryId", "1.02.3")),
        arguments("/client/temporaryId", client("temporaryId", "3.1")),
        arguments("/client/name", client("name", SECRET)),
        arguments("/client", with(GRANT, "client", Map.of())),
        arguments("/client", with(GRANT, "client", SECRET)),
        arguments(
            "/client",
            with(
                GRANT,
                "client",
                Map.of("identityCode", "020516C903K", "temporaryId", "1.2.246.10.1"))),
        arguments("/serviceTask", with(GRANT, "serviceTask", SECRET)),
        arguments("/producer", with(GRANT, "producer", "1.2.246." + "1".repeat(130))),
        arguments("/producer", with(GRANT, "producer", List.of())),
        arguments("/producerUnit", with(GRANT, "producerUnit", "1..2")),
        arguments("/start", with(GRANT, "start", "2026-02-30")),
        arguments("/start", with(GRANT, "start", "22.11.2026")),
        arguments("/start", with(GRANT, "start", "9999-01-01")),
        arguments("/end", with(GRANT, "end", "2026-11-22T00:00:00Z")),
        arguments("/end", with(GRANT, "end", null)),
        arguments("/socialServices", with(GRANT, "socialServices", List.of("85", "85"))),
        arguments("/powers", with(GRANT, "powers", List.of())),
        arguments("/powers/0", with(GRANT, "powers", List.of("DELETE"))),
        arguments("/purchase/form", with(GRANT, "purchase", Map.of("contract", "1"))),
        arguments(
            "/purchase/contract",
            with(GRANT, "purchase", Map.of("form", "SERVICE_VOUCHER", "contract", "Maija M."))),
        arguments(
            "/purchase/decision",
            with(GRANT, "purchase", Map.of("form", "SERVICE_VOUCHER", "decision", "020516C903K"))),
        arguments("/subcontractors/0/unit", with(GRANT, "subcontractors", List.of(Map.of()))),
        arguments("/socialServices/0", with(GRANT, "socialServices", List.of("eighty"))),
        arguments("/socialServices", with(GRANT, "socialServices", Collections.nCopies(101, "85"))),
        arguments("/organiser", with(GRANT, "organiser", PRODUCER)),
        arguments("/start", without("start")),
        arguments("/client", without("client")));
  }

  @ParameterizedTest
  @MethodSource("grants")
  void aGrantIsCheckedFieldByField(String pointer, ObjectNode grant) {
    Answer answer = calls.grant(Calls.OPERATOR, grant);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    assertThat(pointers(answer)).contains(pointer);
    assertThat(answer.body().toString())
        .doesNotContain(SECRET, "020516", "310216", "22.11.2026", "eighty");
  }

  @Test
  void inABatchAGrantIsCheckedLikeAlone() {
    List<Arguments> grants = grants().toList();
    Batches batches = new Batches(http(), calls);
    List<JsonNode> lines =
        batches.done(
            Calls.OPERATOR,
            grants.stream().map(bad -> Batches.grant((ObjectNode) bad.get()[1])).toList());
    for (int i = 0; i < grants.size(); i++) {
      assertThat(Batches.outcome(lines.get(i))).isEqualTo("REQUEST_INVALID");
      assertThat(lines.get(i).findValuesAsString("pointer"))
          .contains("/grant" + grants.get(i).get()[0]);
    }
    assertThat(lines.toString()).doesNotContain(SECRET, "020516", "310216", "22.11.2026", "eighty");
  }

  static Stream<Arguments> lines() {
    ObjectNode end = body("id", PRODUCER, "version", 1, "reason", "OTHER");
    ObjectNode good = with(end, "id", "019a0b7e-5c1d-7a55-9d3e-0f6c2b1a4e77");
    return Stream.of(
        arguments("", "[]"),
        arguments("", "{}"),
        arguments("", "{\"ref\":"),
        arguments("", "{\"end\":" + good + ",\"end\":" + good + "}"),
        arguments("", body("end", good, "grant", GRANT)),
        arguments("/ref", with(body("end", good), "ref", "")),
        arguments("/ref", with(body("end", good), "ref", "a b")),
        arguments("/ref", with(body("end", good), "ref", "x".repeat(65))),
        arguments("/ref", with(body("end", good), "ref", "020516C903K")),
        arguments("/act", with(body("end", good), "act", SECRET)),
        arguments("/end/id", body("end", end)),
        arguments("/end/version", body("end", with(good, "version", 0))),
        arguments("/end/version", body("end", with(good, "version", "1"))),
        arguments("/end/reason", body("end", with(good, "reason", "END_DATE"))),
        arguments("/end/on", body("end", with(good, "on", "22.11.2026"))),
        arguments("/amend/terms", body("amend", with(good, "reason", "OTHER"))),
        arguments("/amend/terms/start", body("amend", with(good, "terms", Map.of()))),
        arguments(
            "/amend/terms/powers/0",
            body(
                "amend",
                with(good, "terms", Map.of("start", "2026-11-22", "powers", List.of(SECRET))))));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsChecked(String pointer, Object line) {
    JsonNode answer = new Batches(http(), calls).done(Calls.OPERATOR, List.of(line)).getFirst();
    assertThat(Batches.outcome(answer)).isEqualTo("REQUEST_INVALID");
    assertThat(answer.findValuesAsString("pointer")).contains(pointer);
    assertThat(answer.toString()).doesNotContain(SECRET, "020516", "22.11.2026");
  }

  static Stream<Arguments> registrations() {
    ObjectNode good = registration(newOid());
    return Stream.of(
        arguments("/oid", with(good, "oid", "1.2.")),
        arguments("/businessId", with(good, "businessId", "9100000-6")),
        arguments("/businessId", with(good, "businessId", "91000005")),
        arguments("/name/fi", with(good, "name", Map.of("sv", "Norra kusten"))),
        arguments("/name/fi", with(good, "name", Map.of("fi", ""))),
        arguments("/name/fi", with(good, "name", Map.of("fi", " alku"))),
        arguments("/name/fi", with(good, "name", Map.of("fi", "nolla\u0000tavu"))),
        arguments("/name/fi", with(good, "name", Map.of("fi", "rivi\nvaihto"))),
        arguments("/name/fi", with(good, "name", Map.of("fi", "x".repeat(201)))),
        arguments("/name/de", with(good, "name", Map.of("fi", "Nimi", "de", "Name"))),
        arguments("/sector", with(good, "sector", "social")),
        arguments("/functions", with(good, "functions", List.of("ARCHIVING", "ARCHIVING"))),
        arguments("/functions/0", with(good, "functions", List.of("FLYING"))),
        arguments("/units/0/oid", with(good, "units", List.of(Map.of("name", Map.of("fi", "Y"))))),
        arguments("/version", with(good, "version", 7)));
  }

  @ParameterizedTest
  @MethodSource("registrations")
  void aRegistrationIsCheckedFieldByField(String pointer, ObjectNode registration) {
    Answer answer = calls.register(registration);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(pointers(answer)).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "{\"reason\":\"BOREDOM\"}, /reason",
    "{\"reason\":\"END_DATE\"}, /reason",
    "{}, /reason",
    "'{\"reason\":\"OTHER\",\"on\":\"tomorrow\"}', /on",
    "'{\"reason\":\"OTHER\",\"end\":\"2026-12-01\"}', /end",
  })
  void anEndIsCheckedFieldByField(String end, String pointer) {
    Answer answer = calls.end(PRODUCER, newKey(), "\"1\"", Calls.JSON.readTree(end));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(pointers(answer)).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "{\"limit\":0}, /limit",
    "{\"limit\":201}, /limit",
    "{\"limit\":1.5}, /limit",
    "{\"state\":\"OVER\"}, /state",
    "{\"organiser\":\"county\"}, /organiser",
    "{\"unit\":\"1.2\"}, /unit",
    "{\"on\":\"yesterday\"}, /on",
  })
  void aSearchIsCheckedFieldByField(String search, String pointer) {
    Answer answer = calls.search(PRODUCER, Calls.JSON.readTree(search));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(pointers(answer)).contains(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{}{}",
        "{\"limit\":1,}",
        "{\"limit\":1,\"limit\":2}",
        "\u0000"
      })
  void aBodyThatIsNoObjectIsRefused(String body) {
    Answer answer = calls.send(HttpMethod.POST, "/v1/usage-rights/searches", token(PRODUCER), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void aBodyNestedWithoutEndIsRefused() {
    String deep = "{\"client\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    Answer answer = calls.send(HttpMethod.POST, "/v1/usage-rights/searches", token(PRODUCER), deep);
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aHugeBodyIsRefused() {
    ObjectNode huge = with(GRANT, "socialServices", List.of("8".repeat(300_000)));
    Answer answer = calls.grant(PRODUCER, huge);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void anotherMediaTypeIsRefused(String type) {
    http()
        .post()
        .uri("/v1/usage-rights/searches")
        .headers(headers -> headers.setBearerAuth(token(PRODUCER)))
        .contentType(MediaType.parseMediaType(type))
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isEqualTo(415)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("MEDIA_TYPE_UNSUPPORTED");
  }

  @Test
  void anAnswerInAnotherFormIsRefused() {
    http()
        .get()
        .uri("/v1/organisations")
        .headers(headers -> headers.setBearerAuth(token(PRODUCER)))
        .accept(MediaType.APPLICATION_XML)
        .exchange()
        .expectStatus()
        .isEqualTo(406);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/organisations, 405, METHOD_NOT_ALLOWED",
    "PATCH, /v1/usage-rights, 405, METHOD_NOT_ALLOWED",
    "GET, /v1/usage-rights, 405, METHOD_NOT_ALLOWED",
    "GET, /v1/nothing, 404, NOT_FOUND",
    "GET, /, 404, NOT_FOUND",
  })
  void whatIsNotThereIsNotThere(String method, String path, int status, String code) {
    Answer answer = calls.send(HttpMethod.valueOf(method), path, token(PRODUCER), null);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "W/\"1\"", "*", "\"x\"", "\"99999999999999999999\""})
  void aVersionOfAnotherFormIsNoVersionOfOurs(String etag) {
    assertThat(calls.end(PRODUCER, newKey(), etag, body("reason", "OTHER")).status())
        .isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ä"})
  void aMalformedKeyIsRefused(String key) {
    assertThat(calls.grant(PRODUCER, GRANT, key).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    assertThat(calls.grant(PRODUCER, GRANT, "k".repeat(101)).code())
        .isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @ParameterizedTest
  @CsvSource({"sv, Begäran", "en, request", "fi, Pyynnössä", "de, Pyynnössä"})
  void theProblemSpeaksTheCallersLanguage(String language, String word) {
    Answer answer =
        calls.post(
            "/v1/usage-rights/searches", PRODUCER, body("x", 1), "Accept-Language", language);
    assertThat(answer.text("detail")).contains(word);
    assertThat(answer.text("traceId")).matches("[0-9a-f]{32}");
    assertThat(answer.text("type")).isEqualTo("https://lupa.fi/problems/request-invalid");
    assertThat(answer.text("instance")).isEqualTo("/v1/usage-rights/searches");
  }

  private static List<String> pointers(Answer answer) {
    return answer
        .body()
        .path("violations")
        .valueStream()
        .map(violation -> violation.path("pointer").asString())
        .toList();
  }

  private static ObjectNode client(String member, Object value) {
    return with(GRANT, "client", Collections.singletonMap(member, value));
  }

  private static ObjectNode without(String member) {
    ObjectNode copy = GRANT.deepCopy();
    copy.remove(member);
    return copy;
  }
}
