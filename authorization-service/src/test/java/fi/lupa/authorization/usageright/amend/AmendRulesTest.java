package fi.lupa.authorization.usageright.amend;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.check.Refusal;
import fi.lupa.contracts.RightEndReason;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AmendRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant GRANTED = Instant.parse("2026-11-01T10:00:00Z");

  private final UsageRight begun = Rights.granted(GRANTED, day("2026-11-01"), null);
  private final UsageRight toCome = Rights.granted(GRANTED, day("2027-02-01"), null);

  @Test
  void aStartMovesOnlyBeforeItHasCome() {
    assertThat(AmendRules.check(toCome, starting("2027-01-01"), NOW)).isEmpty();
    assertThat(AmendRules.check(begun, starting("2026-11-01"), NOW)).isEmpty();
    assertThat(AmendRules.check(begun, starting("2026-10-31"), NOW))
        .contains(Refusal.RIGHT_ALREADY_STARTED);
  }

  @Test
  void whatHasEndedStaysEnded() {
    UsageRight ended = begun.endedAt(NOW, RightEndReason.OTHER);
    assertThat(AmendRules.check(ended, starting("2026-11-01"), NOW))
        .contains(Refusal.RIGHT_ALREADY_ENDED);
    UsageRight over = Rights.granted(GRANTED, day("2026-11-01"), day("2026-11-21"));
    assertThat(AmendRules.check(over, starting("2026-11-01"), NOW))
        .contains(Refusal.RIGHT_ALREADY_ENDED);
  }

  @Test
  void anAmendedStartCountsFromTheAmendment() {
    UsageRight moved = toCome.amended(starting("2026-01-01"), NOW);
    assertThat(moved.effectiveFrom()).isEqualTo(NOW);
    assertThat(moved.version()).isEqualTo(2);
    UsageRight again = moved.amended(starting("2026-01-01"), NOW.plusSeconds(60));
    assertThat(again.effectiveFrom()).isEqualTo(NOW);
  }

  @Test
  void theReasonOfAnOrderedEndGoesWithItsDay() {
    UsageRight ordered = begun.endingOn(day("2026-12-31"), RightEndReason.CONTRACT_ENDED);
    assertThat(ordered.amended(ordered.terms(), NOW).endReason())
        .isEqualTo(RightEndReason.CONTRACT_ENDED);
    assertThat(ordered.amended(begun.terms(), NOW).endReason()).isNull();
  }

  private static Terms starting(String day) {
    return Terms.of(null, day(day), null, null, null, null);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
