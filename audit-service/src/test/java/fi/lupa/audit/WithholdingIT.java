package fi.lupa.audit;

import static fi.lupa.audit.Events.COUNTY;
import static fi.lupa.audit.Events.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.OrganisationIds;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a controller withholds is nowhere to be seen, and comes back whole. */
class WithholdingIT extends SharedIT {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Helsinki"));
  private static final String OWN = token(COUNTY.value());

  private final Person person = AuditService.person();
  private UUID read;
  private UUID disclosed;
  private UUID informing;

  @BeforeEach
  void aLog() {
    informing = topics.send(Events.informing(person.ref(), Channel.CITIZEN), NOON);
    read = topics.send(Events.read(person.ref(), 2), NOON.plusSeconds(1));
    disclosed =
        topics.send(
            Events.access(
                person.ref(), Outcome.PERMITTED, Basis.DISCLOSURE, Ground.PERMIT, null, 1, true),
            NOON.plusSeconds(2));
    await().until(() -> service.log(person).get("items").size() == 3);
  }

  @Test
  void aToldGroundIsCountedAndTheEntriesAreNowhere() {
    set(OWN, body("OTHERS_RIGHTS", ""));

    JsonNode page = service.log(person);
    assertThat(service.ids(page)).containsExactly(informing);
    assertThat(page.get("withheld").toString())
        .isEqualTo("[{\"ground\":\"OTHERS_RIGHTS\",\"count\":2}]");
    nowhere(read);
    nowhere(disclosed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRIME_PREVENTION", "SECURITY"})
  void ofAnUntoldGroundNothingTells(String ground) {
    set(OWN, body(ground, ""));

    JsonNode page = service.log(person);
    assertThat(service.ids(page)).containsExactly(informing);
    assertThat(page.get("withheld")).isEmpty();
    nowhere(read);
    Person alone = AuditService.person();
    topics.send(Events.informing(alone.ref(), Channel.CITIZEN), NOON);
    await().until(() -> service.log(alone).get("items").size() == 1);
    assertThat(shape(page)).isEqualTo(shape(service.log(alone)));
  }

  @Test
  void anUntoldGroundBeatsAToldOne() {
    set(OWN, body("CLIENT_HEALTH", ""));
    set(OWN, body("SECURITY", ""));

    assertThat(service.log(person).get("withheld")).isEmpty();
  }

  @Test
  void theCountSaysNothingOfWhatAFilterAsksFor() {
    set(OWN, body("OTHERS_RIGHTS", ""));

    for (String filter :
        List.of(
            "kind=RIGHT",
            "basis=DISCLOSURE",
            "to=2020-01-01",
            "organisation=" + OrganisationIds.of(PRODUCER),
            "organisation=" + UUID.randomUUID())) {
      JsonNode page = AuditService.json(service.get(person.token(), "fi", "/v1/my/log?" + filter));
      assertThat(page.get("items")).as(filter).isEmpty();
      assertThat(page.at("/withheld/0/count").asInt()).as(filter).isEqualTo(2);
    }
  }

  @Test
  void pagesAreFullWithoutThem() {
    IntStream.range(0, 5)
        .forEach(i ->
            topics.send(Events.informing(person.ref(), Channel.CITIZEN), NOON.plusSeconds(3 + i)));
    await().until(() -> service.log(person).get("items").size() == 8);
    set(OWN, body("OTHERS_RIGHTS", ""));

    List<UUID> seen = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          AuditService.json(service.get(person.token(), "fi", "/v1/my/log?limit=2" + cursor));
      seen.addAll(service.ids(page));
      sizes.add(page.get("items").size());
      assertThat(page.get("withheld").isNull()).isEqualTo(!cursor.isEmpty());
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty());

    assertThat(sizes).containsExactly(2, 2, 2);
    assertThat(seen).hasSize(6).doesNotContain(read, disclosed);
  }

  @Test
  void onlyThePeriodAndTheOrganisationThatAreMeant() {
    set(OWN, body("OTHERS_RIGHTS", ",\"from\":\"2026-11-23\""));
    set(OWN, body("OTHERS_RIGHTS", ",\"to\":\"2026-11-21\""));
    set(OWN, body("OTHERS_RIGHTS", ",\"organisation\":\"1.2.246.10.94000000.10.0\""));
    assertThat(service.log(person).get("items")).hasSize(3);
    assertThat(service.log(person).get("withheld")).isEmpty();

    set(OWN, body("OTHERS_RIGHTS", ",\"from\":\"2026-11-22\",\"to\":\"2026-11-22\""));
    assertThat(service.ids(service.log(person))).containsExactly(informing);
  }

  @Test
  void anothersRegisterStaysVisible() {
    set(token("1.2.246.10.92000007.10.0"), body("SECURITY", ""));

    assertThat(service.log(person).get("items")).hasSize(3);
  }

  @Test
  void whatComesLaterIsWithheldToo() {
    set(OWN, body("SECURITY", ""));
    topics.send(Events.read(person.ref(), 1), NOON.plusSeconds(60));
    UUID last = topics.send(Events.informing(person.ref(), Channel.CITIZEN), NOON.plusSeconds(61));
    await().until(() -> service.ids(service.log(person)).contains(last));

    assertThat(service.ids(service.log(person))).containsExactly(last, informing);
  }

  @Test
  void itHoldsForWhatStandsUnderATemporaryIdentifier() {
    Person former = AuditService.person();
    UUID earlier = topics.send(Events.read(former.ref(), 1), NOON.minusSeconds(60));
    topics.send(
        Events.link(person.ref(), former.ref(), 1, ClientLinked.State.LINKED), NOON.plusSeconds(3));
    await().until(() -> service.ids(service.log(person)).contains(earlier));

    set(OWN, body("OTHERS_RIGHTS", ""));

    JsonNode page = service.log(person);
    assertThat(service.ids(page)).doesNotContain(earlier, read);
    assertThat(page.at("/withheld/0/count").asInt()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void endedItIsAllThereAgain() {
    JsonNode one = set(OWN, body("OTHERS_RIGHTS", ""));
    assertThat(one.get("state").asString()).isEqualTo("IN_FORCE");

    JsonNode ended = json(end(OWN, one.get("id").asString(), "\"1\"").expectStatus().isOk());

    assertThat(ended.get("state").asString()).isEqualTo("ENDED");
    assertThat(ended.get("version").asInt()).isEqualTo(2);
    JsonNode page = service.log(person);
    assertThat(service.ids(page)).containsExactly(disclosed, read, informing);
    assertThat(page.get("withheld")).isEmpty();
    problem(end(OWN, one.get("id").asString(), "\"2\""), 409, "WITHHOLDING_ENDED");
  }

  @Test
  void onlyTheRightVersionOfOnesOwnIsEnded() {
    String id = set(OWN, body("OTHERS_RIGHTS", "")).get("id").asString();

    problem(end(OWN, id, "\"7\""), 412, "VERSION_CONFLICT");
    problem(end(token("1.2.246.10.92000007.10.0"), id, "\"1\""), 404, "NOT_FOUND");
    problem(end(OWN, UUID.randomUUID().toString(), "\"1\""), 404, "NOT_FOUND");
    problem(end(OWN, "x", "\"1\""), 404, "NOT_FOUND");
    problem(end(OWN, id, null), 428, "PRECONDITION_REQUIRED");
    assertThat(service.log(person).get("items")).hasSize(1);
  }

  @Test
  void eachActIsAnEventInTheLogItself() throws SQLException {
    JsonNode one = set(OWN, body("SECURITY", ""));
    end(OWN, one.get("id").asString(), "\"1\"").expectStatus().isOk();

    try (Connection connection = database.connect();
        Statement sql = connection.createStatement();
        ResultSet found =
            sql.executeQuery(
                "select data from event where type = 'fi.lupa.audit.withholding-changed.v1' and data like '%"
                    + one.get("id").asString()
                    + "%' order by time")) {
      List<String> states = new ArrayList<>();
      while (found.next()) {
        JsonNode event = JsonMapper.shared().readTree(found.getString(1));
        states.add(event.get("state").asString());
        assertThat(event.toString()).doesNotContain(person.identityCode());
      }
      assertThat(states).containsExactly("SET", "ENDED");
    }
  }

  @Test
  void theSameRequestTwiceIsOneWithholding() {
    String key = UUID.randomUUID().toString();
    JsonNode first = json(post(OWN, key, body("SECURITY", "")).expectStatus().isCreated());
    JsonNode again = json(post(OWN, key, body("SECURITY", "")).expectStatus().isCreated());

    assertThat(again).isEqualTo(first);
    assertThat(search(OWN)).hasSize(1);
    problem(post(OWN, key, body("CLIENT_HEALTH", "")), 422, "IDEMPOTENCY_KEY_REUSED");
    problem(post(OWN, null, body("SECURITY", "")), 400, "IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void aControllerListsItsOwn() {
    JsonNode one = set(OWN, body("SECURITY", ",\"organisation\":\"" + PRODUCER.value() + "\""));
    set(token("1.2.246.10.92000007.10.0"), body("SECURITY", ""));

    assertThat(search(OWN)).singleElement().isEqualTo(one);
    assertThat(one.get("toldToClient").asBoolean()).isFalse();
    assertThat(one.toString()).doesNotContain(person.identityCode(), person.ref().toString());
    assertThat(search(token("1.2.246.10.93000009.10.0"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"client\":{\"identityCode\":\"x\"},\"ground\":\"SECURITY\",\"until\":\"2027-01-01\"}",
        "{\"client\":{\"temporaryId\":\"1.2.3\"},\"ground\":\"OTHER\",\"until\":\"2027-01-01\"}",
        "{\"client\":{\"temporaryId\":\"1.2.3\"},\"ground\":\"SECURITY\"}",
        "{\"client\":{\"temporaryId\":\"1.2.3\"},\"ground\":\"SECURITY\",\"until\":\"2020-01-01\"}",
        "{\"client\":{\"temporaryId\":\"1.2.3\"},\"ground\":\"SECURITY\",\"until\":\"2999-01-01\"}",
        "not json"
      })
  void whatCannotBeIsRefused(String body) {
    problem(post(OWN, UUID.randomUUID().toString(), body), 400, "REQUEST_INVALID");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    problem(
        post(
            OWN,
            UUID.randomUUID().toString(),
            body("SECURITY", ",\"from\":\"2026-11-02\",\"to\":\"2026-11-01\"")),
        400,
        "REQUEST_INVALID");
  }

  @Test
  void onlyAnOfficerOfAnOrganisationWithholds() {
    http.post()
        .uri("/v1/log/withholdings")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body("SECURITY", ""))
        .exchange()
        .expectStatus()
        .isUnauthorized();
    problem(
        post(person.token(), UUID.randomUUID().toString(), body("SECURITY", "")),
        403,
        "SCOPE_MISSING");
    problem(
        post(
            TestIssuer.shared().token(COUNTY.value(), "records.query"),
            UUID.randomUUID().toString(),
            body("SECURITY", "")),
        403,
        "SCOPE_MISSING");
  }

  private void nowhere(UUID id) {
    assertThat(problem(service.get(person.token(), "fi", "/v1/my/log/{id}", id), 404, "NOT_FOUND"))
        .isNotEmpty();
    for (String format : List.of("json", "csv", "fhir")) {
      EntityExchangeResult<byte[]> file =
          service
              .get(person.token(), "fi", "/v1/my/log/export?format=" + format)
              .expectBody()
              .returnResult();
      assertThat(new String(file.getResponseBody(), StandardCharsets.UTF_8))
          .doesNotContain(id.toString());
    }
    JsonNode organisations =
        AuditService.json(service.get(person.token(), "fi", "/v1/my/log/organisations"));
    assertThat(organisations.get("items")).isEmpty();
  }

  /** A page without what differs between any two logs. */
  private static String shape(JsonNode page) {
    return page.toString()
        .replaceAll("\"coverage\":.*", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
  }

  private JsonNode set(String token, String body) {
    return json(post(token, UUID.randomUUID().toString(), body).expectStatus().isCreated());
  }

  private JsonNode search(String token) {
    return json(http.post()
            .uri("/v1/log/withholdings/searches")
            .headers(headers -> headers.setBearerAuth(token))
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(Map.of("client", Map.of("identityCode", person.identityCode())))
            .exchange()
            .expectStatus()
            .isOk())
        .get("items");
  }

  private WebTestClient.ResponseSpec post(String token, String key, String body) {
    return http.post()
        .uri("/v1/log/withholdings")
        .headers(headers -> {
          headers.setBearerAuth(token);
          if (key != null) {
            headers.set("Idempotency-Key", key);
          }
        })
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private WebTestClient.ResponseSpec end(String token, String id, String version) {
    return http.post()
        .uri("/v1/log/withholdings/{id}/end", id)
        .headers(headers -> {
          headers.setBearerAuth(token);
          if (version != null) {
            headers.set("If-Match", version);
          }
        })
        .exchange();
  }

  private String body(String ground, String more) {
    return "{\"client\":{\"identityCode\":\""
        + person.identityCode()
        + "\"},\"ground\":\""
        + ground
        + "\",\"until\":\""
        + TODAY.plusMonths(6)
        + "\""
        + more
        + "}";
  }

  private static String problem(WebTestClient.ResponseSpec response, int status, String code) {
    byte[] body =
        response.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
    String text = new String(body, StandardCharsets.UTF_8);
    assertThat(JsonMapper.shared().readTree(text).get("code").asString()).isEqualTo(code);
    return text;
  }

  private static JsonNode json(WebTestClient.ResponseSpec response) {
    return JsonMapper.shared().readTree(response.expectBody().returnResult().getResponseBody());
  }

  private static String token(String organisation) {
    return TestIssuer.shared().token(organisation, "log.supervise");
  }
}
