package fi.lupa.authorization.onboarding.watch;

import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.onboarding.Joining;
import fi.lupa.authorization.support.AuthorizationIT;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

/** The operator sees by numbers alone that somebody is late, or soon will be. */
class DeadlineWatchIT extends AuthorizationIT {
  @Autowired private DeadlineWatch watch;
  @Autowired private MeterRegistry meters;

  private final String oid = newOid();
  private Joining joining;

  @BeforeEach
  void runTheTest() {
    calls.registered(with(with(registration(oid), "status", "REGISTERED"), "functions", List.of()));
    joining = new Joining(calls, oid, "ARCHIVING");
    joining.started("PUBLIC");
    joining.upTo("TEST_RUN");
    daysLater(1);
    joining.upTo("TEST_CHECKED");
  }

  @Test
  void aReportIsDueSoonThenMissedAndGoneWhenDelivered() {
    double soon = counted("soon");
    double missed = counted("missed");
    daysLater(4);
    assertThat(counted("soon")).isLessThan(soon);
    double late = counted("missed");
    assertThat(late).isGreaterThan(missed);
    assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    assertThat((Long) watch.health().getDetails().get("missed")).isPositive();
    joining.upTo("IN_PRODUCTION");
    assertThat(counted("missed")).isEqualTo(late - 1);
  }

  @Test
  void theYearsEndComesSoonTwoWeeksBefore() {
    joining.upTo("IN_PRODUCTION");
    double soon = start();
    daysLater(340);
    assertThat(start()).as("25 days before").isEqualTo(soon);
    daysLater(12);
    assertThat(start()).isGreaterThan(soon);
  }

  @Test
  void noLabelTellsWho() {
    watch.round().block();
    assertThat(meters.find("lupa.onboarding.deadlines").gauges())
        .hasSize(6)
        .allSatisfy(gauge ->
            assertThat(gauge.getId().getTags())
                .extracting(tag -> tag.getKey())
                .containsExactlyInAnyOrder("state", "kind"));
  }

  @Test
  void readinessDoesNotHangOnIt() {
    plainHttp()
        .get()
        .uri("/actuator/health/readiness")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.components.onboardingDeadlines")
        .doesNotExist();
  }

  private double counted(String state) {
    return gauge(state, "REPORT");
  }

  private double start() {
    return gauge("soon", "START");
  }

  private double gauge(String state, String kind) {
    watch.round().block();
    return meters
        .get("lupa.onboarding.deadlines")
        .tag("state", state)
        .tag("kind", kind)
        .gauge()
        .value();
  }
}
