package fi.lupa.authorization.usageright.end;

import static fi.lupa.contracts.RightEndReason.RELATIONSHIP_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.authorization.usageright.end.EndOutcome.Ended;
import fi.lupa.authorization.usageright.end.EndOutcome.Refused;
import fi.lupa.platform.problem.ReasonCatalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final UsageRight right =
      Rights.granted("2026-11-01T08:00:00Z", "2026-11-01", "2026-12-31");

  @Test
  void withoutADayItEndsAtOnce() {
    UsageRight ended = ended(right, null);
    assertThat(ended.endedAt()).isEqualTo(NOW);
    assertThat(ended.stateAt(NOW)).isEqualTo(UsageRightState.ENDED);
    assertThat(ended.endReason()).isEqualTo(RELATIONSHIP_ENDED);
    assertThat(ended.version()).isEqualTo(right.version() + 1);
  }

  @Test
  void withADayItLastsThroughThatDay() {
    UsageRight ended = ended(right, "2026-11-22");
    assertThat(ended.end()).isEqualTo("2026-11-22");
    assertThat(ended.endedAt()).isNull();
    assertThat(ended.stateAt(NOW)).isEqualTo(UsageRightState.IN_FORCE);
    assertThat(ended.stateAt(Instant.parse("2026-11-22T22:00:00Z")))
        .isEqualTo(UsageRightState.ENDED);
  }

  @Test
  void anEndThatWasSetCanBeMadeEarlier() {
    assertThat(ended(ended(right, "2026-12-10"), "2026-12-01").end()).isEqualTo("2026-12-01");
    assertThat(ended(ended(right, "2026-12-10"), null).endedAt()).isEqualTo(NOW);
  }

  @Test
  void theSameDayAgainRecordsTheReason() {
    assertThat(ended(right, "2026-12-31").endReason()).isEqualTo(RELATIONSHIP_ENDED);
  }

  @Test
  void endingNeverLengthens() {
    assertThat(end(right, "2027-01-01")).isEqualTo(Refused.END_EXTENDS_RIGHT);
  }

  @Test
  void nothingEndsInThePast() {
    assertThat(end(right, "2026-11-21")).isEqualTo(Refused.END_IN_PAST);
  }

  @Test
  void whatHasEndedIsNotEndedAgain() {
    assertThat(end(ended(right, null), null)).isEqualTo(Refused.RIGHT_ALREADY_ENDED);
    UsageRight over = Rights.granted("2026-11-01T08:00:00Z", "2026-11-01", "2026-11-21");
    assertThat(end(over, null)).isEqualTo(Refused.RIGHT_ALREADY_ENDED);
  }

  @Test
  void aRightToComeIsTakenBackAtOnceButNotOnADayBeforeItsStart() {
    UsageRight toCome = Rights.granted("2026-11-01T08:00:00Z", "2027-01-01", null);
    assertThat(end(toCome, "2026-12-31")).isEqualTo(Refused.END_BEFORE_START);
    assertThat(ended(toCome, null).stateAt(Instant.parse("2027-02-01T00:00:00Z")))
        .isEqualTo(UsageRightState.ENDED);
  }

  @Test
  void everyRefusalIsAReasonCode() {
    assertThat(ReasonCatalog.load().codes())
        .containsAll(Arrays.stream(Refused.values()).map(Enum::name).toList());
  }

  private static UsageRight ended(UsageRight right, @Nullable String day) {
    return ((Ended) end(right, day)).right();
  }

  private static EndOutcome end(UsageRight right, @Nullable String day) {
    LocalDate on = day == null ? null : LocalDate.parse(day);
    return EndRules.end(right, new EndOrder(on, RELATIONSHIP_ENDED), NOW);
  }
}
