package fi.lupa.authorization.usageright.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationshipRulesTest {
  private static final String GRANTED = "2026-11-01T10:00:00Z";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");

  private final UsageRight open = Rights.granted(GRANTED, "2026-11-01", null);
  private final UsageRight toCome = Rights.granted(GRANTED, "2027-02-01", null);
  private final UsageRight over = Rights.granted(GRANTED, "2026-11-01", "2026-11-21");
  private final UsageRight shorter = Rights.granted(GRANTED, "2026-11-01", "2026-12-30");

  @Test
  void atOnceEverythingThatIsLeftEnds() {
    List<UsageRight> ended = RelationshipRules.end(List.of(open, toCome, over, shorter), null, NOW);
    assertThat(ended)
        .hasSize(3)
        .allMatch(right -> NOW.equals(right.endedAt()))
        .allMatch(right -> right.endReason() == RightEndReason.RELATIONSHIP_ENDED)
        .allMatch(right -> right.version() == 2);
  }

  @Test
  void withADayOnlyWhatWouldOutliveItIsCut() {
    assertThat(RelationshipRules.end(List.of(open, shorter), LAST, NOW))
        .containsExactly(open.endingOn(LAST, RightEndReason.RELATIONSHIP_ENDED));
  }

  @Test
  void whatWouldBeginAfterItNeverDoes() {
    assertThat(RelationshipRules.end(List.of(toCome), LAST, NOW))
        .containsExactly(toCome.endedAt(NOW, RightEndReason.RELATIONSHIP_ENDED));
  }

  @Test
  void todayIsTheEarliestDay() {
    assertThat(RelationshipRules.end(List.of(open), LocalDate.parse("2026-11-22"), NOW)).hasSize(1);
    assertThatThrownBy(
            () -> RelationshipRules.end(List.of(open), LocalDate.parse("2026-11-21"), NOW))
        .isInstanceOf(Problem.class);
  }
}
