package fi.lupa.authorization.usageright;

import static fi.lupa.authorization.usageright.UsageRightState.ENDED;
import static fi.lupa.authorization.usageright.UsageRightState.IN_FORCE;
import static fi.lupa.authorization.usageright.UsageRightState.NOT_STARTED;
import static fi.lupa.contracts.RightEndReason.CONTRACT_ENDED;
import static fi.lupa.contracts.RightEndReason.GRANTED_IN_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UsageRightTest {
  private final UsageRight december =
      Rights.granted("2026-11-22T08:00:00Z", "2026-12-01", "2026-12-31");

  @Test
  void beginsAtMidnightOfItsFirstDay() {
    assertThat(december.stateAt(Instant.parse("2026-11-30T21:59:59.999999Z")))
        .isEqualTo(NOT_STARTED);
    assertThat(december.stateAt(Instant.parse("2026-11-30T22:00:00Z"))).isEqualTo(IN_FORCE);
  }

  @Test
  void lastsThroughItsLastDay() {
    assertThat(december.stateAt(Instant.parse("2026-12-31T21:59:59.999999Z"))).isEqualTo(IN_FORCE);
    assertThat(december.stateAt(Instant.parse("2026-12-31T22:00:00Z"))).isEqualTo(ENDED);
  }

  @Test
  void withoutEndItLastsUntilEnded() {
    UsageRight open = Rights.granted("2026-11-22T08:00:00Z", "2026-11-22", null);
    assertThat(open.stateAt(Instant.parse("2199-01-01T00:00:00Z"))).isEqualTo(IN_FORCE);
    assertThat(open.effectiveUntil()).isNull();
  }

  @Test
  void aStartInThePastHasEffectFromTheGrant() {
    Instant granted = Instant.parse("2026-11-22T08:00:00Z");
    UsageRight late = Rights.granted(granted, LocalDate.parse("2026-10-01"), null);
    assertThat(late.effectiveFrom()).isEqualTo(granted);
    assertThat(late.stateAt(granted)).isEqualTo(IN_FORCE);
  }

  @Test
  void endedAtOnceItIsOverFromThatMomentOn() {
    Instant moment = Instant.parse("2026-12-10T10:00:00Z");
    UsageRight ended = december.endedAt(moment, CONTRACT_ENDED);
    assertThat(ended.stateAt(moment.minusNanos(1000))).isEqualTo(IN_FORCE);
    assertThat(ended.stateAt(moment)).isEqualTo(ENDED);
    assertThat(ended.version()).isEqualTo(2);
    assertThat(ended.endReason()).isEqualTo(CONTRACT_ENDED);
    assertThat(ended.end()).as("the day agreed stays to be seen").isEqualTo("2026-12-31");
  }

  @Test
  void endedBeforeItBeganItNeverIsInForce() {
    UsageRight ended = december.endedAt(Instant.parse("2026-11-25T10:00:00Z"), GRANTED_IN_ERROR);
    assertThat(ended.stateAt(Instant.parse("2026-11-25T10:00:00Z"))).isEqualTo(ENDED);
    assertThat(ended.stateAt(Instant.parse("2026-12-05T10:00:00Z"))).isEqualTo(ENDED);
  }
}
