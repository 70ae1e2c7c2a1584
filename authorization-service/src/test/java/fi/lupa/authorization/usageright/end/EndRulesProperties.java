package fi.lupa.authorization.usageright.end;

import static fi.lupa.authorization.usageright.UsageRightState.ENDED;
import static fi.lupa.authorization.usageright.UsageRightState.IN_FORCE;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.end.EndOutcome.Ended;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.RightEndReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is ordered and whenever: ending never gives anyone more, nor changes the past. */
class EndRulesProperties {
  private static final Instant GRANTED = Instant.parse("2026-03-01T09:30:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Property
  void endingNeitherLengthensNorChangesThePast(
      @ForAll @IntRange(min = -30, max = 60) int start,
      @ForAll @IntRange(min = 0, max = 90) int length,
      @ForAll @IntRange(min = 0, max = 100) int now,
      @ForAll @IntRange(min = -10, max = 120) int on,
      @ForAll boolean atOnce,
      @ForAll @IntRange(min = 0, max = 150 * 24) int probe) {
    UsageRight right =
        Rights.granted(GRANTED, DAY.plusDays(start), DAY.plusDays(start).plusDays(length));
    Instant moment = GRANTED.plus(Duration.ofDays(now));
    EndOrder order = new EndOrder(atOnce ? null : DAY.plusDays(on), RightEndReason.CONTRACT_ENDED);

    if (EndRules.end(right, order, moment) instanceof Ended(UsageRight ended)) {
      Instant any = GRANTED.plus(Duration.ofHours(probe));
      if (ended.stateAt(any) == IN_FORCE) {
        assertThat(right.stateAt(any)).as("no more than before").isEqualTo(IN_FORCE);
      }
      if (any.isBefore(moment)) {
        assertThat(ended.stateAt(any)).as("the past stays").isEqualTo(right.stateAt(any));
      }
      if (atOnce) {
        assertThat(ended.stateAt(moment)).isEqualTo(ENDED);
      } else {
        assertThat(ended.stateAt(FinnishDays.beginning(DAY.plusDays(on + 1L)))).isEqualTo(ENDED);
      }
    }
  }
}
