package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/** One mistake at a time: 400 with a pointer to it, never repeated to the caller. */
class BadInputIT extends DisclosureIT {
  private final Client client = Client.person();

  /** Sets or, with an empty text, removes the member at a pointer. */
  private static ObjectNode changed(ObjectNode body, String pointer, String json) {
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = slash == 0 ? body : (ObjectNode) body.at(pointer.substring(0, slash));
    String member = pointer.substring(slash + 1);
    if (json.isEmpty()) {
      parent.remove(member);
    } else {
      parent.set(member, Given.JSON.readTree(json));
    }
    return body;
  }

  private static void refused(Answer answer, String pointer, String given) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("REQUEST_INVALID");
    assertThat(answer.pointers()).contains(pointer);
    if (given.length() > 12) {
      assertThat(answer.body().toString()).doesNotContain(given.replaceAll("[\"{}]", ""));
    }
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/unknown                        | 1                              | /unknown",
        "/client                         | ``                             | /client",
        "/client                         | {}                             | /client",
        "/client                         | \"010101-900R\"                | /client",
        "/client/identityCode            | \"010101-900X\"                | /client/identityCode",
        "/client/identityCode            | \"310299-9000\"                | /client/identityCode",
        "/client/identityCode            | 10101900                       | /client/identityCode",
        "/client/temporaryId             | \"1.2.3\"                      | /client",
        "/basis                          | ``                             | /basis",
        "/basis                          | \"EVERYTHING\"                 | /basis",
        "/ground                         | \"PERMIT\"                     | /ground",
        "/ground                         | \"STATUTORY_AUTHORITY\"        | /ground",
        "/controller                     | \"1.2.x\"                      | /controller",
        "/controller                     | \"01.2\"                       | /controller",
        "/serviceTasks                   | \"DISABILITY\"                 | /serviceTasks",
        "/serviceTasks                   | [\"SPORTS\"]                   | /serviceTasks/0",
        "/serviceTasks                   | [\"DISABILITY\",\"DISABILITY\"] | /serviceTasks",
        "/socialServices                 | [\"a b\"]                      | /socialServices/0",
        "/documentTypes                  | [\"1507.1\"]                   | /documentTypes/0",
        "/recordedFrom                   | \"2026-01-01\"                 | /recordedFrom",
        "/recordedFrom                   | \"2026-02-30T00:00:00Z\"       | /recordedFrom",
        "/recordedTo                     | \"2026-01-01T00:00:00+02:00\"  | /recordedTo",
        "/purpose                        | ``                             | /purpose",
        "/purpose                        | \"CURIOSITY\"                  | /purpose",
        "/requester                      | ``                             | /requester",
        "/requester/unit                 | ``                             | /requester/unit",
        "/requester/professional         | ``                             | /requester/professional",
        "/requester/professional/id      | \"a b\"                        | /requester/professional/id",
        "/requester/professional/name    | \"\"                           | /requester/professional/name",
        "/requester/professional/role    | \"social worker\"              | /requester/professional/role",
        "/requester/professional/phone   | \"1\"                          | /requester/professional/phone",
        "/relationship                   | {}                             | /relationship/type",
        "/relationship/type              | \"FRIENDSHIP\"                 | /relationship/type",
        "/include                        | \"EVERYTHING\"                 | /include",
        "/limit                          | 0                              | /limit",
        "/limit                          | 201                            | /limit",
        "/limit                          | \"10\"                         | /limit",
        "/limit                          | 1.5                            | /limit",
        "/cursor                         | \"nonsense\"                   | /cursor",
        "/cursor                         | \"MjAyNg\"                     | /cursor",
        "/cursor                         | \"YR9i\"                       | /cursor",
        "/cursor                         | \"\"                           | /cursor"
      })
  void query(String pointer, String json, String told) {
    refused(calls.query(NORTH, changed(Calls.own(client, NORTH), pointer, json)), told, json);
  }

  @Test
  void basisAndGroundMustFit() {
    refused(
        calls.query(NORTH, changed(Calls.disclosure(client, NORTH), "/ground", "")), "/ground", "");
    refused(
        calls.query(PRODUCER, changed(Calls.use(client, PRODUCER, NORTH), "/controller", "")),
        "/controller",
        "");
    refused(
        calls.query(PRODUCER, Calls.use(client, PRODUCER, NORTH).put("ground", "PERMIT")),
        "/ground",
        "");
    ObjectNode backwards =
        Calls.own(client, NORTH)
            .put("recordedFrom", "2026-02-01T00:00:00Z")
            .put("recordedTo", "2026-02-01T00:00:00Z");
    refused(calls.query(NORTH, backwards), "/recordedTo", "");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/unknown              | 1                             | /unknown",
        "/documentOid          | ``                            | /documentOid",
        "/documentOid          | \"salainen\"                  | /documentOid",
        "/documentType         | \"plan\"                      | /documentType",
        "/schemaOid            | \"../../etc/passwd\"          | /schemaOid",
        "/client/identityCode  | \"131052-308X\"               | /client/identityCode",
        "/serviceTasks         | []                            | /serviceTasks",
        "/title                | {\"sv\":\"x\"}                | /title/fi",
        "/title/fi             | \"a\\u0000b\"                 | /title/fi",
        "/title/fi             | \"a\\nb\"                     | /title/fi",
        "/recordedAt           | \"yesterday\"                 | /recordedAt",
        "/recordedAt           | \"9999-01-01T00:00:00Z\"      | /recordedAt",
        "/language             | \"de\"                        | /language",
        "/author               | {\"name\":\"x\"}              | /author/title",
        "/basis                | \"DISCLOSURE\"                | /basis",
        "/controller           | ``                            | /controller",
        "/unit                 | ``                            | /unit"
      })
  void metadata(String pointer, String json, String told) {
    Answer answer = calls.store(NORTH, changed(Calls.metadata(client, NORTH), pointer, json));
    refused(answer, told, json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"basis\":1,\"basis\":2}", "{} {}"})
  void whatIsNoObjectIsRefused(String body) {
    Answer query =
        calls.send(
            HttpMethod.POST, "/v1/record-queries", Calls.token(NORTH, "records.query"), body);
    assertThat(query.status()).isEqualTo(400);
    Answer fact = calls.pushed(body);
    assertThat(fact.status()).isEqualTo(400);
    Answer store =
        calls.store(
            NORTH,
            Calls.upload(body, Calls.page("x"), MediaType.APPLICATION_XHTML_XML),
            Calls.newKey());
    assertThat(store.status()).isEqualTo(400);
  }

  @Test
  void storingNeedsAKey() {
    Answer answer =
        calls.send(
            HttpMethod.POST,
            "/v1/documents",
            Calls.token(NORTH, "records.write"),
            Calls.upload(
                Calls.metadata(client, NORTH), Calls.page("x"), MediaType.APPLICATION_XHTML_XML));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    assertThat(
            calls
                .store(NORTH, Calls.upload("{}", new byte[0], MediaType.APPLICATION_JSON), "ä")
                .status())
        .isEqualTo(400);
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    assertThat(calls.explanation(NORTH, "nonsense").status()).isEqualTo(400);
  }

  @Test
  void anotherMediaTypeAndALargeBodyAreRefused() {
    var answer =
        http()
            .post()
            .uri("/v1/record-queries")
            .header("Authorization", "Bearer " + Calls.token(NORTH, "records.query"))
            .contentType(MediaType.TEXT_PLAIN)
            .bodyValue("{}")
            .exchange()
            .expectBody()
            .returnResult();
    assertThat(answer.getStatus().value()).isEqualTo(415);
    ObjectNode large = Calls.own(client, NORTH).put("cursor", "x".repeat(300_000));
    assertThat(calls.query(NORTH, large).status()).isEqualTo(413);
  }

  @Test
  void theLargestLimitAndEveryPurposeAreFine() {
    assertThat(calls.query(NORTH, Calls.own(client, NORTH).put("limit", 200)).status())
        .isEqualTo(200);
    assertThat(calls.query(NORTH, Calls.own(client, NORTH).put("purpose", "CARE")).status())
        .isEqualTo(200);
  }
}
