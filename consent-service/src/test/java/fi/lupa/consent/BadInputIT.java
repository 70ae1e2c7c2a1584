package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.testkit.TestPersons;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Bad input gets 400 with a pointer per violation, and nothing is stored. */
class BadInputIT extends ServiceUnderTest {
  private static final String GOOD =
      """
      {"client":{"identityCode":"020516C903K"},"kind":"SOCIAL_TO_HEALTH","decision":"GIVEN",\
      "textVersion":"2024-1","targets":[{"recipient":{"type":"PUBLIC_HEALTH_CARE"},\
      "serviceTasks":["FAMILIES"],"recordedFrom":"2024-01-01"}],\
      "recorder":{"unit":"1.2.246.10.91000005.10.1","professional":{"id":"x-1","name":"Nimi",\
      "role":"rooli"}}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        // unknown fields
        "/shoe           | {\"client\"         | {\"shoe\":918273,\"client\"",
        "/client/shoe    | {\"identityCode\"   | {\"shoe\":1,\"identityCode\"",
        "/targets/0/shoe | {\"recipient\"      | {\"shoe\":1,\"recipient\"",
        "/recorder/professional/phone | {\"id\" | {\"phone\":\"1\",\"id\"",
        // missing fields
        "/kind           | \"kind\":\"SOCIAL_TO_HEALTH\", | ^^",
        "/decision       | \"decision\":\"GIVEN\",        | ^^",
        "/textVersion    | \"textVersion\":\"2024-1\",    | ^^",
        "/client         | \"client\":{\"identityCode\":\"020516C903K\"}, | ^^",
        "/recorder/unit  | \"unit\":\"1.2.246.10.91000005.10.1\",         | ^^",
        "/recorder/professional/name | \"name\":\"Nimi\",                  | ^^",
        // identity codes: check character, date, length, separator, letters, nothing
        "/client/identityCode | 020516C903K | 020516C903L",
        "/client/identityCode | 020516C903K | 310216C903K",
        "/client/identityCode | 020516C903K | 020516C903",
        "/client/identityCode | 020516C903K | 020516G903K",
        "/client/identityCode | 020516C903K | 020516c903k",
        "/client/identityCode | 020516C903K | ^^",
        "/client/identityCode | \"020516C903K\" | 20516903",
        "/client/identityCode | \"020516C903K\" | null",
        "/client              | {\"identityCode\":\"020516C903K\"} | {}",
        "/client              | {\"identityCode\":\"020516C903K\"} | \"020516C903K\"",
        "/client              | {\"identityCode\":\"020516C903K\"} | {\"identityCode\":\"020516C903K\",\"temporaryId\":\"1.2.3\"}",
        "/client/temporaryId  | {\"identityCode\":\"020516C903K\"} | {\"temporaryId\":\"020516C903K\"}",
        // OIDs
        "/recorder/unit       | 1.2.246.10.91000005.10.1 | 3.2.246",
        "/recorder/unit       | 1.2.246.10.91000005.10.1 | 1.02.246",
        "/recorder/unit       | 1.2.246.10.91000005.10.1 | urn:oid:1.2.246",
        "/recorder/unit       | 1.2.246.10.91000005.10.1 | 1.2.246.",
        // enumerations and types
        "/kind                | SOCIAL_TO_HEALTH | HEALTH_TO_HEALTH",
        "/kind                | \"SOCIAL_TO_HEALTH\" | 1",
        "/decision            | GIVEN | WITHDRAWN",
        "/decision            | \"GIVEN\" | true",
        "/textVersion         | 2024-1 | ^^",
        "/textVersion         | 2024-1 | 20 24",
        "/textVersion         | 2024-1 | 202412345678901234567890123456789",
        "/targets             | \"targets\":[ | \"targets\":{},\"x\":[",
        // targets
        "/targets             | [{\"recipient\":{\"type\":\"PUBLIC_HEALTH_CARE\"},\"serviceTasks\":[\"FAMILIES\"],\"recordedFrom\":\"2024-01-01\"}] | []",
        "/targets/0/serviceTasks   | [\"FAMILIES\"] | []",
        "/targets/0/serviceTasks   | [\"FAMILIES\"] | [\"FAMILIES\",\"FAMILIES\"]",
        "/targets/0/serviceTasks/0 | [\"FAMILIES\"] | [\"SHOES\"]",
        "/targets/0/recordedFrom   | 2024-01-01 | 2024-02-30",
        "/targets/0/recordedFrom   | 2024-01-01 | 2024-01-01T00:00:00Z",
        "/targets/0/recipient/organisation | {\"type\":\"PUBLIC_HEALTH_CARE\"} | {\"type\":\"STATE_UNIT\"}",
        "/targets/0/recipient/organisation | {\"type\":\"PUBLIC_HEALTH_CARE\"} | {\"type\":\"PRIVATE_PROVIDER\"}",
        "/targets/0/recipient/organisation | {\"type\":\"PUBLIC_HEALTH_CARE\"} | {\"type\":\"PUBLIC_HEALTH_CARE\",\"organisation\":\"1.2.3\"}",
        // the recorder
        "/recorder/professional/name | Nimi | ^^",
        "/recorder/professional/name | Nimi | Ni\\nmi",
        "/recorder/professional/name | Nimi | Nimi\\n",
        "/recorder/professional/name | Nimi | Ni\\u0000mi",
        "/recorder/professional/id   | x-1  | x 1",
        "/recorder/professional/role | \"rooli\" | 5",
        "/recorder                   | \"recorder\":{ | \"recorder\":null,\"x\":{"
      })
  void aWrongFieldIsPointedAtAndNotEchoed(String pointer, String good, String bad) {
    assertThat(GOOD).contains(good);
    Answer answer = provider().create("/v1/permits", GOOD.replace(good, bad == null ? "" : bad));

    answer.is(400, "REQUEST_INVALID");
    assertThat(answer.body().path("violations").findValuesAsString("pointer")).contains(pointer);
    assertThat(answer.body().path("violations").toString() + answer.text("/detail"))
        .doesNotContain("020516C903", "Nimi", "x-1", "918273");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "/target/type        | {\"type\":\"UNIT\",\"controller\":\"abc\"}",
        "/target/type        | {\"controller\":\"1.2.3\"}",
        "/target/controller  | {\"type\":\"CONTROLLER\"}",
        "/target/controller  | {\"type\":\"CONTROLLER\",\"controller\":\"1.2.3\"}",
        "/target/serviceTask | {\"type\":\"CONTROLLER\",\"controller\":\"abc\",\"serviceTask\":\"FAMILIES\"}",
        "/target/document    | {\"type\":\"SERVICE_TASK\",\"serviceTask\":\"FAMILIES\",\"document\":\"1.2.3\"}",
        "/target/serviceTask | {\"type\":\"SERVICE_TASK\",\"serviceTask\":\"SHOES\"}",
        "/target/document    | {\"type\":\"DOCUMENT\",\"document\":\"1.2.246.10.91000005.14.2026.1\"}",
        "/target/recipient   | {\"type\":\"DOCUMENT\",\"document\":\"abc\",\"recipient\":\"1.2.4\"}",
        "/target             | []",
        "/target             | null"
      })
  void whatCannotBeProhibitedIsRefused(String pointer, String target) {
    String person = informedPerson();

    Answer answer = citizen(person).create("/v1/my/prohibitions", Bodies.myProhibition(target));

    answer.is(400, "REQUEST_INVALID");
    assertThat(answer.body().path("violations").findValuesAsString("pointer")).contains(pointer);
    assertThat(citizen(person).get("/v1/my/prohibitions").body().path("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "Y", "X", "W", "V", "U", "A", "B", "C", "D", "E", "F", "+"})
  void everyCenturySeparatorIsUnderstood(String separator) {
    String code = TestPersons.identityCode(40_000).replace("-", separator);

    provider().search("/v1/permits/searches", Bodies.searchFor(code)).is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nope",
        "[1,2",
        "{\"client\":{\"identityCode\":\"020516C903K\"}",
        "\u0000",
        "{}{}"
      })
  void whatIsNotJsonIsRefused(String body) {
    provider()
        .raw("/v1/permits", MediaType.APPLICATION_JSON, body.getBytes(StandardCharsets.UTF_8))
        .is(400, "REQUEST_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"text\"", "42", "true"})
  void anotherJsonValueThanAnObjectIsRefused(String body) {
    provider().create("/v1/permits", body).is(400, "REQUEST_INVALID");
    citizen(person()).create("/v1/my/informing", body).is(400, "REQUEST_INVALID");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);

    for (MediaType type :
        List.of(
            MediaType.TEXT_PLAIN,
            MediaType.APPLICATION_XML,
            MediaType.APPLICATION_FORM_URLENCODED,
            MediaType.APPLICATION_OCTET_STREAM)) {
      provider().raw("/v1/permits", type, body).is(415, "MEDIA_TYPE_UNSUPPORTED");
    }
  }

  @Test
  void aHugeBodyIsRefused() {
    String huge = GOOD.replace("Nimi", "N".repeat(300 * 1024));

    provider().create("/v1/permits", huge).is(413, "PAYLOAD_TOO_LARGE");
  }

  @Test
  void aDeepBodyIsRefused() {
    provider().create("/v1/permits", "[".repeat(5000)).is(400, "REQUEST_INVALID");
  }

  @Test
  void onlyJsonIsAnswered() {
    provider()
        .send(
            HttpMethod.POST,
            "/v1/permits/searches",
            Bodies.searchFor(person()),
            "Accept",
            "application/xml")
        .is(406, "NOT_ACCEPTABLE");
  }

  @Test
  void aWrongIdOrVersionIsRefused() {
    String effect = "/v1/permits/019ab1c2-8e55-7f01-a2b3-c4d5e6f70819/effect";

    parameter("/id", "/v1/permits/not-an-id/effect?version=1");
    for (String version :
        List.of("", "?version=", "?version=0", "?version=-1", "?version=one", "?version=1e1")) {
      parameter("/version", effect + version);
    }
    parameter("/version", effect + "?version=99999999999999999999");
  }

  private void parameter(String pointer, String path) {
    assertThat(provider().get(path).is(400, "REQUEST_INVALID").text("/violations/0/pointer"))
        .isEqualTo(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "W/\"1\"",
        "\"x\"",
        "*",
        "\"-1\"",
        "\"1\", \"2\"",
        "\"99999999999999999999\""
      })
  void anIfMatchThatNamesNoVersionMatchesNone(String tag) {
    Answer given = provider().create("/v1/permits", Bodies.socialCare(informedPerson(), "GIVEN"));

    provider()
        .send(
            HttpMethod.POST,
            "/v1/permits/" + given.id() + "/withdrawal",
            Bodies.ONLY_RECORDER,
            "If-Match",
            tag)
        .is(412, "VERSION_CONFLICT");
  }

  @Test
  void anUnknownRouteOrMethodIsAProblemToo() {
    provider().get("/v1/permits").is(405, "METHOD_NOT_ALLOWED");
    provider().get("/v1/nothing").is(404, "NOT_FOUND");
    provider().send(HttpMethod.DELETE, "/v1/my/permits", null).is(405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void problemsSpeakTheCallersLanguage() {
    String body = Bodies.socialCare(person(), "GIVEN");

    assertThat(detail(body, "fi")).startsWith("Asiakkaalle on annettava");
    assertThat(detail(body, "sv-FI,fi;q=0.5")).startsWith("Klienten");
    assertThat(detail(body, "en")).startsWith("The client");
    assertThat(detail(body, "de")).isEqualTo(detail(body, "fi"));
  }

  private String detail(String body, String language) {
    return provider()
        .send(
            HttpMethod.POST,
            "/v1/permits",
            body,
            "Idempotency-Key",
            "k",
            "Accept-Language",
            language)
        .is(409, "NOT_INFORMED")
        .text("/detail");
  }
}
