package fi.lupa.authorization.usageright.expire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.RightEndReason;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExpireRulesTest {
  private final UsageRight right =
      Rights.granted("2026-11-01T10:00:00Z", "2026-11-01", "2026-11-22");

  @Test
  void afterItsLastDayItEndsAtMidnight() {
    UsageRight ended = ExpireRules.over(right);
    assertThat(ended.endedAt()).isEqualTo("2026-11-22T22:00:00Z");
    assertThat(ended.endReason()).isEqualTo(RightEndReason.END_DATE);
    assertThat(ended.version()).isEqualTo(2);
    assertThat(ended.effectiveUntil()).isEqualTo(right.effectiveUntil());
  }

  @Test
  void anEndThatWasOrderedKeepsItsReason() {
    UsageRight ordered =
        right.endingOn(LocalDate.parse("2026-11-10"), RightEndReason.RELATIONSHIP_ENDED);
    assertThat(ExpireRules.over(ordered).endReason()).isEqualTo(RightEndReason.RELATIONSHIP_ENDED);
  }

  @Test
  void whatHasNoEndIsNeverOver() {
    UsageRight open = Rights.granted("2026-11-01T10:00:00Z", "2026-11-01", null);
    assertThatThrownBy(() -> ExpireRules.over(open)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void withAPartyItEndsAsOfTheDeparture() {
    Instant at = Instant.parse("2026-11-15T08:00:00Z");
    UsageRight withProducer = ExpireRules.withParty(right, new Departure(Rights.PRODUCER, at));
    assertThat(withProducer.endedAt()).isEqualTo(at);
    assertThat(withProducer.endReason()).isEqualTo(RightEndReason.PRODUCER_NOT_READY);
    UsageRight withOrganiser = ExpireRules.withParty(right, new Departure(Rights.ORGANISER, at));
    assertThat(withOrganiser.endReason()).isEqualTo(RightEndReason.ORGANISER_NOT_READY);
  }
}
