package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The own log as a file, in each form. */
class MyLogExportIT extends SharedIT {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Person person = AuditService.person();

  @Test
  void asJsonItIsTheLogItself() {
    threeEntries();

    JsonNode export = json("");

    JsonNode log = service.log(person);
    export.get("items").forEach(item -> ((ObjectNode) item).remove("proof"));
    assertThat(export.get("items")).isEqualTo(log.get("items"));
    assertThat(export.get("language").asString()).isEqualTo("fi");
    assertThat(export.at("/coverage/from")).isEqualTo(log.at("/coverage/from"));
  }

  @Test
  void aFilterHoldsForTheFileToo() {
    threeEntries();

    assertThat(json("&kind=DECLARATION").get("items")).hasSize(1);
    assertThat(json("&basis=DISCLOSURE&kind=ACCESS").get("items")).hasSize(1);
    assertThat(json("&to=2020-01-01").get("items")).isEmpty();
  }

  @Test
  void asCsvItHasALineForEachEntry() {
    threeEntries();

    String csv = text("csv", "text/csv;charset=UTF-8");

    assertThat(csv).startsWith("\uFEFF\"time\",").endsWith("\"\r\n");
    assertThat(csv.split("\r\n")).hasSize(4);
  }

  @Test
  void asFhirItIsABundle() {
    threeEntries();

    JsonNode bundle = JsonMapper.shared().readTree(text("fhir", "application/fhir+json"));

    assertThat(bundle.get("entry")).hasSize(4);
    assertThat(bundle.toString()).doesNotContain(person.identityCode(), person.ref().toString());
  }

  @Test
  void asPdfItIsADocument() {
    threeEntries();

    assertThat(text("pdf", "application/pdf")).startsWith("%PDF-");
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, text/csv;charset=UTF-8",
    "application/fhir+json, application/fhir+json",
    "application/pdf, application/pdf",
    "application/json, application/json",
    "'application/xml, text/*;q=0.5', text/csv;charset=UTF-8",
    "*/*, application/json"
  })
  void withoutAFormatTheHeaderDecides(String accept, String type) {
    http.get()
        .uri("/v1/my/log/export")
        .headers(headers -> headers.setBearerAuth(person.token()))
        .header("Accept", accept)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentType(type);
  }

  @Test
  void aFormThatThereIsNotIsRefused() {
    service
        .get(person.token(), "fi", "/v1/my/log/export?format=xml")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.violations[0].pointer")
        .isEqualTo("/format");
    http.get()
        .uri("/v1/my/log/export")
        .headers(headers -> headers.setBearerAuth(person.token()))
        .header("Accept", "application/xml")
        .exchange()
        .expectStatus()
        .isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "fhir"})
  void aLongLogIsWrittenWholeAndInOrder(String format) throws SQLException {
    FilledLog.add(database, Events.read(person.ref(), 1), 1200, NOON);

    String text = large(format);

    assertThat(text.split(person.ref().toString())).as("no reference of the client").hasSize(1);
    var times =
        java.util.regex.Pattern.compile("2026-11-22T\\d\\d:\\d\\d:\\d\\dZ")
            .matcher(text)
            .results()
            .map(found -> found.group())
            .filter(time -> time.compareTo(NOON.toString()) < 0)
            .toList();
    assertThat(times).hasSizeGreaterThanOrEqualTo(1200).doesNotHaveDuplicates();
    assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void whatDoesNotFitOnPaperIsRefusedAndAPartOfItIsNot() throws SQLException {
    FilledLog.add(database, Events.informing(person.ref(), Channel.CITIZEN), 2001, NOON);

    service
        .get(person.token(), "sv", "/v1/my/log/export?format=pdf")
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("EXPORT_TOO_LONG");
    service
        .get(person.token(), "sv", "/v1/my/log/export?format=pdf&from=2026-11-23")
        .expectStatus()
        .isOk();
  }

  @Test
  void onlyTheCitizenTakesTheLogAlong() {
    http.get().uri("/v1/my/log/export").exchange().expectStatus().isUnauthorized();
    service
        .get(
            TestIssuer.shared().token("1.2.246.10.91000005.10.0", "log.supervise"),
            "fi",
            "/v1/my/log/export")
        .expectStatus()
        .isForbidden();
  }

  @Test
  void aStrangersFileHoldsNothingOfIt() {
    UUID id = topics.send(Events.read(person.ref(), 1), NOON);
    await().until(() -> service.log(person).get("items").size() == 1);
    Person stranger = AuditService.person();

    String theirs =
        body(
            service
                .get(stranger.token(), "fi", "/v1/my/log/export?format=json")
                .expectBody()
                .returnResult());

    assertThat(JsonMapper.shared().readTree(theirs).get("items")).isEmpty();
    assertThat(theirs).doesNotContain(id.toString());
  }

  private void threeEntries() {
    topics.send(Events.informing(person.ref(), Channel.CITIZEN), NOON.minusSeconds(3));
    topics.send(Events.read(person.ref(), 2), NOON.minusSeconds(2));
    topics.send(
        Events.access(
            person.ref(), Outcome.PERMITTED, Basis.DISCLOSURE, Ground.PERMIT, null, 1, true),
        NOON.minusSeconds(1));
    await().until(() -> service.log(person).get("items").size() == 3);
  }

  private JsonNode json(String filter) {
    return AuditService.json(
        service.get(person.token(), "fi", "/v1/my/log/export?format=json" + filter));
  }

  private String text(String format, String type) {
    EntityExchangeResult<byte[]> result =
        service
            .get(person.token(), "fi", "/v1/my/log/export?format=" + format)
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult();
    assertThat(result.getResponseHeaders().getFirst("Content-Disposition"))
        .startsWith("attachment; filename=\"lupa-log.");
    assertThat(result.getResponseHeaders().getCacheControl()).contains("no-store");
    if (type != null) {
      assertThat(result.getResponseHeaders().getFirst("Content-Type")).isEqualTo(type);
    }
    return body(result);
  }

  /** More than a client of a test takes at once when nobody says otherwise. */
  private String large(String format) {
    return new String(
        http.mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
            .build()
            .get()
            .uri("/v1/my/log/export?format=" + format)
            .headers(headers -> headers.setBearerAuth(person.token()))
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody(),
        StandardCharsets.UTF_8);
  }

  private static String body(EntityExchangeResult<byte[]> result) {
    return new String(result.getResponseBody(), StandardCharsets.UTF_8);
  }
}
