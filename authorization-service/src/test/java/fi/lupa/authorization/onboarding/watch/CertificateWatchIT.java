package fi.lupa.authorization.onboarding.watch;

import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.onboarding.Joining;
import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Persons;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A certificate that runs out takes its functions with it, once. */
class CertificateWatchIT extends AuthorizationIT {
  @Autowired private CertificateWatch watch;
  @Autowired private DeadlineWatch deadlines;

  private final String oid = newOid();
  private final String organiser = newOid();
  private Joining joining;

  @BeforeEach
  void certifiedForTenDays() {
    calls.registered(registration(organiser));
    ObjectNode registration = registration(oid);
    calls.registered(with(registration, "functions", List.of("ARCHIVING")));
    joining = new Joining(calls, oid, "REGISTER_USAGE_RIGHT").certifiedUntil("2026-12-02");
    joining.started("EXTENSION");
    joining.upTo("TEST_RUN");
    daysLater(1);
    assertThat(joining.through().status()).isEqualTo(200);
  }

  @Test
  void onItsLastDayItStillHolds() {
    daysLater(9);
    round();
    assertThat(organisation().etag()).isEqualTo("\"2\"");
    assertThat(granted().status()).isEqualTo(201);
  }

  @Test
  void whenItHasRunOutItsFunctionsAreSuspendedAndThatIsTold() {
    daysLater(10);
    round();
    assertThat(organisation().etag()).isEqualTo("\"3\"");
    assertThat(organisation().text("status")).isEqualTo("JOINED");
    assertThat(functions()).containsExactly("ARCHIVING");
    assertThat(granted().code()).isEqualTo("PRODUCER_NOT_READY");
    JsonNode told = Events.await(oid, 3).getLast().data();
    assertThat(told.path("functions")).hasSize(1);
    assertThat(DISCLOSURE.pushed(oid).getLast().path("data")).isEqualTo(told);

    JsonNode expired = joining.read().body().path("steps").valueStream().toList().getLast();
    assertThat(expired.path("step").asString()).isEqualTo("CERTIFICATE_EXPIRED");
    assertThat(expired.has("by")).isFalse();
    assertThat(joining.read().body().at("/deadlines/2/state").asString()).isEqualTo("MISSED");
  }

  @Test
  void aNewCertificateBringsThemBack() {
    daysLater(10);
    round();
    Answer renewed = joining.certifiedUntil("2029-12-02").step("CERTIFICATE_RECORDED");
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(renewed.body().path("effective").asBoolean()).isTrue();
    assertThat(functions()).containsExactly("ARCHIVING", "REGISTER_USAGE_RIGHT");
    assertThat(granted().status()).isEqualTo(201);
    round();
    assertThat(organisation().etag()).isEqualTo("\"4\"");
  }

  @Test
  void oneRenewedInTimeNeverStops() {
    assertThat(joining.certifiedUntil("2029-12-02").step("CERTIFICATE_RECORDED").status())
        .isEqualTo(200);
    daysLater(20);
    round();
    assertThat(organisation().etag()).isEqualTo("\"2\"");
  }

  @Test
  void manyWatchersDoItOnce() {
    daysLater(10);
    Flux.range(0, 8)
        .flatMap(i -> watch.round().subscribeOn(Schedulers.boundedElastic()), 8)
        .blockLast(Duration.ofSeconds(30));
    round();
    assertThat(organisation().etag()).isEqualTo("\"3\"");
    assertThat(count("CERTIFICATE_EXPIRED")).isEqualTo(1);
    assertThat(DISCLOSURE.pushed(oid)).hasSize(3);
    assertThat(Events.await(oid, 3)).hasSize(3);
  }

  @Test
  void afterHavingBeenDownForLongItIsDoneAtTheStartAndOnce() {
    daysLater(400);
    for (int start = 0; start < 2; start++) {
      WatchTimer timer = new WatchTimer(watch, deadlines, Duration.ofHours(1));
      timer.start();
      assertThat(timer.isRunning()).isTrue();
      Awaitility.await().until(() -> organisation().etag().equals("\"3\""));
      timer.stop();
      assertThat(timer.isRunning()).isFalse();
    }
    round();
    assertThat(count("CERTIFICATE_EXPIRED")).isEqualTo(1);
  }

  @Test
  void withoutTheDisclosureServiceItIsDoneAllTheSame() {
    DISCLOSURE.leave();
    daysLater(10);
    round();
    assertThat(functions()).containsExactly("ARCHIVING");
    assertThat(Events.await(oid, 3)).hasSize(3);
  }

  @Test
  void withoutTheDatabaseItWaits() {
    daysLater(10);
    WatchTimer timer = new WatchTimer(watch, deadlines, Duration.ofMillis(200));
    wire().refuse();
    timer.start();
    wire().resume();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> organisation().etag().equals("\"3\""));
    timer.stop();
  }

  @Test
  void beforeProductionACertificateThatRunsOutChangesNothingOfTheOrganisation() {
    String other = newOid();
    calls.registered(with(registration(other), "functions", List.of()));
    Joining slow = new Joining(calls, other, "DECLARATIONS").certifiedUntil("2026-12-02");
    slow.started("EXTENSION");
    slow.upTo("TEST_PLANNED");
    daysLater(10);
    round();
    assertThat(slow.read().body().path("steps").valueStream().toList().getLast().path("step"))
        .hasToString("\"CERTIFICATE_EXPIRED\"");
    assertThat(calls.get("/v1/organisations/" + other, other).etag()).isEqualTo("\"1\"");
    Joining late = slow.testOn(java.time.LocalDate.parse("2026-12-05"));
    assertThat(late.step("TEST_PLANNED").code()).isEqualTo("CERTIFICATE_EXPIRED");
    assertThat(late.certifiedUntil("2029-01-01").step("CERTIFICATE_RECORDED").status())
        .isEqualTo(200);
    assertThat(late.step("TEST_PLANNED").status()).isEqualTo(200);
  }

  private void round() {
    watch.round().block(Duration.ofSeconds(30));
  }

  private Answer organisation() {
    return calls.get("/v1/organisations/" + oid, oid);
  }

  private List<String> functions() {
    return organisation().body().path("functions").valueStream().map(JsonNode::asString).toList();
  }

  private Answer granted() {
    return calls.grant(organiser, Calls.grant(Persons.newIdentityCode(), oid));
  }

  private long count(String step) {
    return joining
        .read()
        .body()
        .path("steps")
        .valueStream()
        .filter(one -> one.path("step").asString().equals(step))
        .count();
  }
}
