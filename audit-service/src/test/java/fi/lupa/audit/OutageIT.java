package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TcpProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The database is away: reading says so, and what comes meanwhile is there afterwards, once. */
@DirtiesContext
class OutageIT extends AuditIT {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final int WHILE_AWAY = 1_200;

  private static TcpProxy wire;

  private final Person person = AuditService.person();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    Backends.Database database = register(registry);
    wire = TcpProxy.to(database.host(), database.port());
    registry.add("LUPA_DB_HOST", () -> "localhost");
    registry.add("LUPA_DB_PORT", wire::port);
  }

  @Test
  void aDatabaseThatIsNotThereLosesNothing() {
    List<UUID> sent = visible(3);
    wire.refuse();
    sent.addAll(sendMany());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            read()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BACKEND_UNAVAILABLE"));
    await().during(Duration.ofSeconds(2)).untilAsserted(() -> read().expectStatus().isEqualTo(503));
    wire.resume();

    allThere(sent);
  }

  @Test
  void aDatabaseThatIsRestartedOverAndOverDoublesNothing() {
    List<UUID> sent = visible(1);
    for (int i = 0; i < 8; i++) {
      sent.add(topics.send(Events.read(person.ref(), 1), TIME.plusSeconds(i)));
      topics.flush();
      wire.reset();
    }

    allThere(sent);
  }

  @Test
  void aDatabaseThatAnswersNothingLosesNothing() {
    List<UUID> sent = visible(1);
    wire.blackHole();
    sent.addAll(sendMany());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> read().expectStatus().isEqualTo(503));
    wire.resume();

    allThere(sent);
  }

  private List<UUID> visible(int count) {
    List<UUID> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sent.add(topics.send(Events.read(person.ref(), 1), TIME.minusSeconds(i)));
    }
    allThere(sent);
    return sent;
  }

  private List<UUID> sendMany() {
    List<UUID> sent = new ArrayList<>();
    for (int i = 0; i < WHILE_AWAY; i++) {
      sent.add(topics.send(Events.read(person.ref(), 1), TIME.plusMillis(i)));
    }
    topics.flush();
    return sent;
  }

  private WebTestClient.ResponseSpec read() {
    return service.get(person.token(), "fi", "/v1/my/log");
  }

  private void allThere(List<UUID> sent) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .ignoreExceptionsMatching(e -> e instanceof AssertionError)
        .untilAsserted(() -> assertThat(all()).containsExactlyInAnyOrderElementsOf(sent));
  }

  private List<UUID> all() {
    List<UUID> all = new ArrayList<>();
    var page = service.log(person);
    all.addAll(service.ids(page));
    while (!page.get("next").isNull()) {
      page = service.log(person, 200, page.get("next").asString());
      all.addAll(service.ids(page));
    }
    return all;
  }
}
