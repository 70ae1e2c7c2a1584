package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.ClientLinked.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client's log also shows what was done under the temporary identifiers the client had. */
class LinkedLogIT extends SharedIT {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Person person = AuditService.person();
  private final ClientRef former = new ClientRef(UUID.randomUUID());

  @Test
  void entriesFromBeforeTheLinkTheLinkAndThoseAfterAreOneLog() {
    UUID before = topics.send(Events.read(former, 1), at(0));
    UUID link = topics.send(Events.link(person.ref(), former, 1, State.LINKED), at(1));
    UUID after = topics.send(Events.read(person.ref(), 1), at(2));
    UUID late = topics.send(Events.read(former, 1), at(3));

    JsonNode log = logOf(4);
    assertThat(service.ids(log)).containsExactly(late, after, link, before);
    assertThat(log.at("/items/2/kind").asString()).isEqualTo("CLIENT_LINKED");
    assertThat(log.at("/items/2/sentence").asString()).contains("tilapäisen yksilöintitunnuksesi");
    service.get(person.token(), "fi", "/v1/my/log/{id}", before).expectStatus().isOk();
  }

  @Test
  void itDoesNotMatterWhichComesFirst() {
    topics.send(Events.link(person.ref(), former, 1, State.LINKED), at(1));
    logOf(1);
    topics.send(Events.read(former, 1), at(0));
    logOf(2);
  }

  @Test
  void severalTemporaryIdentifiersAreAllThere() {
    ClientRef another = new ClientRef(UUID.randomUUID());
    topics.send(Events.read(former, 1), at(0));
    topics.send(Events.read(another, 1), at(1));
    topics.send(Events.link(person.ref(), former, 1, State.LINKED), at(2));
    topics.send(Events.link(person.ref(), another, 1, State.LINKED), at(3));
    logOf(4);
  }

  @Test
  void aCancelledLinkTakesThemAwayAndStaysInTheLogItself() {
    UUID old = topics.send(Events.read(former, 1), at(0));
    UUID link = topics.send(Events.link(person.ref(), former, 1, State.LINKED), at(1));
    logOf(2);
    UUID cancelled = topics.send(Events.link(person.ref(), former, 2, State.CANCELLED), at(2));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(service.ids(service.log(person))).containsExactly(cancelled, link));
    service.get(person.token(), "fi", "/v1/my/log/{id}", old).expectStatus().isNotFound();
  }

  @Test
  void anOlderVersionThatComesLaterOrAgainChangesNothing() {
    Person right = AuditService.person();
    topics.send(Events.read(former, 1), at(0));
    topics.send(Events.link(right.ref(), former, 3, State.LINKED), at(3));
    await().atMost(Duration.ofSeconds(20)).until(() -> service.log(right).get("items").size() == 2);
    topics.send(Events.link(person.ref(), former, 2, State.CANCELLED), at(2));
    topics.send(Events.link(person.ref(), former, 1, State.LINKED), at(1));
    topics.send(Events.link(right.ref(), former, 3, State.LINKED), at(4));

    assertThat(logOf(2).toString()).doesNotContain("\"ACCESS\"");
    await().atMost(Duration.ofSeconds(20)).until(() -> service.log(right).get("items").size() == 3);
  }

  @Test
  void pagesOverBothNeitherLoseNorRepeat() {
    List<Sent> sent = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      ClientRef ref = i % 3 == 0 ? former : person.ref();
      Instant time = at(i / 4);
      sent.add(new Sent(time, topics.send(Events.read(ref, 1), time)));
    }
    topics.send(Events.link(person.ref(), former, 1, State.LINKED), at(-60));
    logOf(22);

    List<UUID> seen = new ArrayList<>();
    JsonNode page = AuditService.json(service.get(person.token(), "fi", "/v1/my/log?limit=5"));
    seen.addAll(service.ids(page));
    while (!page.get("next").isNull()) {
      page = service.log(person, 5, page.get("next").asString());
      seen.addAll(service.ids(page));
    }
    assertThat(seen)
        .hasSize(22)
        .doesNotHaveDuplicates()
        .startsWith(sent.stream().sorted(NEWEST_FIRST).map(Sent::id).toArray(UUID[]::new));
  }

  /** As PostgreSQL orders identifiers: by their digits. */
  private static final Comparator<Sent> NEWEST_FIRST =
      Comparator.comparing(Sent::time).thenComparing(one -> one.id().toString()).reversed();

  private record Sent(Instant time, UUID id) {}

  private JsonNode logOf(int entries) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.log(person).get("items").size() == entries);
    return service.log(person);
  }

  private static Instant at(int seconds) {
    return NOON.plusSeconds(seconds);
  }
}
