package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.testkit.TestIssuer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client reads that an entry was erased, and no more of it than that. */
class ErasureIT extends SharedIT {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Helsinki"));

  private final Person person = AuditService.person();
  private UUID read;

  @BeforeEach
  void anEntry() {
    read = topics.send(Events.read(person.ref(), 2), NOON);
    await().until(() -> service.log(person).get("items").size() == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fi | poistettiin merkintä, joka oli tehty 31.1.2026: tietojesi haku | ratkaisi viranomainen",
        "sv | raderades en post som hade gjorts den 31.1.2026: sökning | avgjordes av en myndighet",
        "en | made on 31 January 2026 was erased from your log: a query | An authority decided",
      })
  void itTellsWhichKindOfWhichDayWhyAndWhoDecided(String language, String what, String who) {
    erase(read);

    JsonNode items =
        AuditService.json(service.get(person.token(), language, "/v1/my/log")).get("items");
    assertThat(items).hasSize(1);
    assertThat(items.at("/0/kind").asString()).isEqualTo("ERASED");
    assertThat(items.at("/0/sentence").asString()).contains(what, who);
    assertThat(items.at("/0/organisation").isNull()).isTrue();
    assertThat(items.toString()).doesNotContain(read.toString(), "TSV/118/2026");
  }

  @Test
  void itIsFoundByItsKindAndTakenAlong() {
    erase(read);

    String id =
        AuditService.json(service.get(person.token(), "fi", "/v1/my/log?kind=ERASED"))
            .at("/items/0/id")
            .asString();
    assertThat(export("json")).contains(id);
    assertThat(export("csv")).contains(id, "ERASED");
    assertThat(export("fhir")).contains(id, "\"action\":\"D\"");
    assertThat(
            AuditService.json(service.get(person.token(), "fi", "/v1/my/log/organisations"))
                .get("items"))
        .isEmpty();
  }

  /** Otherwise the erasure would tell what the withholding must not. */
  @ParameterizedTest
  @ValueSource(strings = {"OTHERS_RIGHTS", "SECURITY"})
  void whatWasWithheldIsErasedWithoutAWord(String ground) {
    String withholding = withhold(person, ground);
    erase(read);

    assertThat(service.log(person).get("items")).isEmpty();
    end(withholding);
    assertThat(service.log(person).get("items")).isEmpty();
    assertThat(service.log(person).get("withheld")).isEmpty();
  }

  @Test
  void whatWasWithheldUnderATemporaryIdentifierToo() {
    Person former = AuditService.person();
    UUID earlier = topics.send(Events.read(former.ref(), 1), NOON.minusSeconds(60));
    topics.send(
        Events.link(person.ref(), former.ref(), 1, ClientLinked.State.LINKED), NOON.plusSeconds(1));
    await().until(() -> service.ids(service.log(person)).contains(earlier));
    UUID stays = topics.send(Events.read(former.ref(), 1), NOON.plusSeconds(2));
    await().until(() -> service.ids(service.log(person)).contains(stays));
    end(withhold(person, "SECURITY"));
    erase(stays);
    assertThat(kinds()).contains("ERASED");

    withhold(person, "SECURITY");
    erase(earlier);
    assertThat(kinds()).containsOnlyOnce("ERASED");
  }

  private String kinds() {
    return AuditService.json(service.get(person.token(), "fi", "/v1/my/log?kind=ERASED"))
        .toString();
  }

  private void erase(UUID entry) {
    service
        .operate(
            json(
                """
                {"ground":"DECISION","decision":"TSV/118/2026","decidedBy":"AUTHORITY"}
                """),
            "/v1/log/entries/{id}/erasure",
            entry)
        .expectStatus()
        .isOk();
  }

  private String withhold(Person person, String ground) {
    byte[] body =
        http.post()
            .uri("/v1/log/withholdings")
            .headers(headers -> headers.setBearerAuth(controller()))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .bodyValue(
                "{\"client\":{\"identityCode\":\"%s\"},\"ground\":\"%s\",\"until\":\"%s\"}"
                    .formatted(person.identityCode(), ground, TODAY.plusDays(30)))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return JsonMapper.shared().readTree(body).get("id").asString();
  }

  private void end(String withholding) {
    http.post()
        .uri("/v1/log/withholdings/{id}/end", withholding)
        .headers(headers -> headers.setBearerAuth(controller()))
        .header("If-Match", "\"1\"")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private String export(String format) {
    return new String(
        service
            .get(person.token(), "fi", "/v1/my/log/export?format={format}", format)
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String controller() {
    return TestIssuer.shared().token(Events.COUNTY.value(), "log.supervise");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
