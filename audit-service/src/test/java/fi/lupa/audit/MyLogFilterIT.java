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
import fi.lupa.contracts.event.UsageRightChanged.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A part of the own log, by period, organisation, kind, basis and service task. */
class MyLogFilterIT extends SharedIT {
  /**
   * 22:00Z is midnight in Finland: the first entry lies on the 21st there, the others on the 22nd.
   */
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T22:00:00Z");

  private final Person person = AuditService.person();
  private UUID stored;
  private UUID read;
  private UUID disclosed;
  private UUID protectedAccess;
  private UUID right;
  private UUID informing;

  @BeforeEach
  void aLog() {
    stored = topics.send(Events.stored(person.ref(), Outcome.PERMITTED, null), at(-1));
    read = topics.send(Events.read(person.ref(), 2), at(0));
    disclosed =
        topics.send(
            Events.access(
                person.ref(), Outcome.PERMITTED, Basis.DISCLOSURE, Ground.PERMIT, null, 1, true),
            at(1));
    protectedAccess =
        topics.send(
            Events.access(
                person.ref(),
                Outcome.PERMITTED,
                Basis.DISCLOSURE,
                Ground.PROTECTION,
                null,
                1,
                true),
            at(2));
    right = topics.send(Events.right(person.ref(), Change.GRANTED, null, null, null), at(3));
    informing = topics.send(Events.informing(person.ref(), Channel.CITIZEN), at(4));
    await().until(() -> service.log(person).get("items").size() == 6);
  }

  @Test
  void byPeriodInDaysOfFinland() {
    assertThat(found("to=2026-11-21")).containsExactly(stored);
    assertThat(found("from=2026-11-22"))
        .containsExactly(informing, right, protectedAccess, disclosed, read);
    assertThat(found("from=2026-11-21&to=2026-11-21")).containsExactly(stored);
    assertThat(found("from=2026-11-23")).isEmpty();
    assertThat(found("from=2026-11-22&to=2026-11-21")).isEmpty();
  }

  @Test
  void byKind() {
    assertThat(found("kind=BREAK_GLASS")).containsExactly(protectedAccess);
    assertThat(found("kind=ACCESS&kind=RIGHT")).containsExactly(right, disclosed, read);
    assertThat(found("kind=CLIENT_LINKED")).isEmpty();
  }

  @Test
  void byBasis() {
    assertThat(found("basis=DISCLOSURE")).containsExactly(protectedAccess, disclosed);
    assertThat(found("basis=REGISTER_USAGE_RIGHT")).contains(read).doesNotContain(disclosed);
    assertThat(found("basis=OWN_REGISTER&basis=DISCLOSURE")).contains(disclosed);
  }

  @Test
  void byServiceTask() {
    JsonNode entry = AuditService.json(service.get(person.token(), "fi", "/v1/my/log/{id}", read));
    String task = entry.at("/documents/0/serviceTasks/0/code").asString();

    assertThat(found("serviceTask=" + task)).contains(read);
    assertThat(found("serviceTask=FAMILY_LAW")).isEmpty();
  }

  @Test
  void byOrganisation() {
    assertThat(found("organisation=" + OrganisationIds.of(PRODUCER))).contains(right);
    assertThat(found("organisation=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void allOfThemTogetherMustMatch() {
    assertThat(found("kind=ACCESS&basis=DISCLOSURE&from=2026-11-22")).containsExactly(disclosed);
    assertThat(found("kind=RIGHT&basis=DISCLOSURE")).isEmpty();
  }

  @Test
  void aFilteredLogIsReadPageByPage() {
    List<UUID> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          AuditService.json(
              service.get(
                  person.token(),
                  "fi",
                  "/v1/my/log?limit=1&kind=ACCESS&kind=BREAK_GLASS&kind=RIGHT" + cursor));
      seen.addAll(service.ids(page));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty());

    assertThat(seen).containsExactly(right, protectedAccess, disclosed, read);
  }

  @Test
  void whatLiesYearsApartIsFoundInOrder() {
    UUID old = topics.send(Events.informing(person.ref(), Channel.CITIZEN), at(-200_000_000));
    topics.send(Events.read(person.ref(), 1), at(-150_000_000));
    UUID older = topics.send(Events.informing(person.ref(), Channel.PROVIDER), at(-400_000_000));
    await().until(() -> service.log(person).get("items").size() == 9);

    assertThat(found("kind=DECLARATION")).containsExactly(informing, old, older);
    assertThat(found("kind=DECLARATION&to=2026-11-20")).containsExactly(old, older);
    JsonNode first = AuditService.json(page("limit=2&kind=DECLARATION"));
    assertThat(service.ids(first)).containsExactly(informing, old);
    assertThat(
            service.ids(
                AuditService.json(
                    page("limit=2&kind=DECLARATION&cursor=" + first.get("next").asString()))))
        .containsExactly(older);
    assertThat(organisations("kind=ACCESS").at("/items/0/accesses").asLong()).isPositive();
  }

  @Test
  void whatStandsUnderATemporaryIdentifierIsFoundToo() {
    Person former = AuditService.person();
    UUID earlier =
        topics.send(
            Events.access(
                former.ref(), Outcome.PERMITTED, Basis.DISCLOSURE, Ground.PERMIT, null, 1, true),
            at(-7200));
    topics.send(
        Events.link(
            person.ref(), former.ref(), 1, fi.lupa.contracts.event.ClientLinked.State.LINKED),
        at(5));
    await().until(() -> found("basis=DISCLOSURE").size() == 3);

    assertThat(found("basis=DISCLOSURE")).containsExactly(protectedAccess, disclosed, earlier);
    assertThat(organisations("basis=DISCLOSURE").at("/items/0/accesses").asLong()).isEqualTo(3);
  }

  @Test
  void theOrganisationsThatActedAreCounted() {
    JsonNode page = organisations("");

    long entries = 0;
    long accesses = 0;
    for (JsonNode item : page.get("items")) {
      entries += item.get("entries").asLong();
      accesses += item.get("accesses").asLong();
      String id = item.get("id").asString();
      assertThat(found("organisation=" + id)).hasSize(item.get("entries").asInt());
      assertThat(found("organisation=" + id + "&kind=ACCESS&kind=BREAK_GLASS"))
          .hasSize(item.get("accesses").asInt());
    }
    assertThat(accesses).isEqualTo(3);
    assertThat(entries).as("the informing was the client's own act").isEqualTo(5);
    assertThat(page.toString()).doesNotContain(COUNTY.value(), PRODUCER.value());
    assertThat(page.has("coverage")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "from=2019-06-01",
        "to=2026-11-21",
        "from=2022-02-18&to=2026-11-22",
        "from=2019-01-01&to=2022-12-31&basis=REGISTER_USAGE_RIGHT",
        "from=2026-11-22&to=2026-11-22",
        "from=2027-01-01",
        "from=2026-11-22&to=2020-01-01",
      })
  void theOrganisationsOfAPeriodAreCountedWholeYearsOrNot(String query) {
    topics.send(Events.read(person.ref(), 1), Instant.parse("2019-12-31T23:30:00Z"));
    topics.send(Events.read(person.ref(), 1), Instant.parse("2022-02-17T22:00:00Z"));
    topics.send(Events.read(person.ref(), 1), Instant.parse("2022-02-17T21:59:00Z"));
    await().until(() -> service.log(person).get("items").size() == 9);

    long counted = 0;
    for (JsonNode item : organisations(query).get("items")) {
      String of = query + "&organisation=" + item.get("id").asString();
      assertThat(found(of)).hasSize(item.get("entries").asInt());
      assertThat(found(of + "&kind=ACCESS&kind=BREAK_GLASS")).hasSize(item.get("accesses").asInt());
      assertThat(Instant.parse(item.get("lastEntry").asString()))
          .isEqualTo(Instant.parse(AuditService.json(page(of)).at("/items/0/time").asString()));
      counted += item.get("entries").asLong();
    }
    assertThat(counted)
        .isEqualTo(
            AuditService.json(page("limit=200&" + query))
                .get("items")
                .valueStream()
                .filter(item -> !item.get("kind").asString().equals("DECLARATION"))
                .count());
  }

  @Test
  void theOneThatActedLastComesFirst() {
    JsonNode page = organisations("");

    assertThat(page.at("/items/0/id").asString())
        .isEqualTo(OrganisationIds.of(PRODUCER).toString());
    assertThat(Instant.parse(page.at("/items/0/lastEntry").asString())).isEqualTo(at(3));
    List<Instant> times = new ArrayList<>();
    page.get("items").forEach(item -> times.add(Instant.parse(item.get("lastEntry").asString())));
    assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void aStrangersLogHasNoOrganisations() {
    Person stranger = AuditService.person();

    assertThat(
            AuditService.json(service.get(stranger.token(), "fi", "/v1/my/log/organisations"))
                .get("items"))
        .isEmpty();
    http.get().uri("/v1/my/log/organisations").exchange().expectStatus().isUnauthorized();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=x",
        "to=2026-13-01",
        "kind=x",
        "basis=x",
        "serviceTask=1",
        "organisation=1.2.3"
      })
  void aFilterThatCannotBeIsRefused(String query) {
    for (String path : List.of("/v1/my/log?", "/v1/my/log/organisations?")) {
      service
          .get(person.token(), "fi", path + query)
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("REQUEST_INVALID")
          .jsonPath("$.violations[0].pointer")
          .isEqualTo("/" + query.substring(0, query.indexOf('=')));
    }
  }

  private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec page(
      String query) {
    return service.get(person.token(), "fi", "/v1/my/log?" + query);
  }

  private JsonNode organisations(String query) {
    return AuditService.json(
        service.get(person.token(), "fi", "/v1/my/log/organisations?" + query));
  }

  private List<UUID> found(String query) {
    return service.ids(
        AuditService.json(service.get(person.token(), "fi", "/v1/my/log?limit=200&" + query)));
  }

  private static Instant at(int seconds) {
    return MIDNIGHT.plusSeconds(seconds);
  }
}
