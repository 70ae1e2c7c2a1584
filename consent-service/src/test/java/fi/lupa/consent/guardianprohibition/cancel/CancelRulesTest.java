package fi.lupa.consent.guardianprohibition.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.consent.guardianprohibition.Target;
import fi.lupa.consent.guardianprohibition.cancel.CancelRules.Refusal;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelRulesTest {
  private static final Instant DECIDED = Instant.parse("2026-11-22T10:00:00Z");

  private static GuardianProhibition one(State state) {
    return new GuardianProhibition(
        new UUID(1, 2),
        new ClientRef(new UUID(3, 4)),
        state == State.CANCELLED ? 2 : 1,
        state,
        null,
        new Target.All(),
        new Oid("1.2.246.10.91000005.10.0"),
        DECIDED,
        null,
        "a reason",
        null);
  }

  @Test
  void onlyAnAcceptedOneIsCancelledAndOnlyAsSeen() {
    assertThat(CancelRules.refusal(one(State.ACCEPTED), 1)).isEmpty();
    assertThat(CancelRules.refusal(one(State.ACCEPTED), 2)).contains(Refusal.VERSION_CONFLICT);
    assertThat(CancelRules.refusal(one(State.REFUSED), 1))
        .contains(Refusal.GUARDIAN_PROHIBITION_NOT_IN_FORCE);
    assertThat(CancelRules.refusal(one(State.CANCELLED), 2))
        .contains(Refusal.GUARDIAN_PROHIBITION_NOT_IN_FORCE);
  }

  @Test
  void aClockBehindTheDecisionsDoesNotTurnTimeBack() {
    assertThat(CancelRules.cancelledAt(one(State.ACCEPTED), DECIDED.minusSeconds(1)))
        .isEqualTo(DECIDED);
    assertThat(CancelRules.cancelledAt(one(State.ACCEPTED), DECIDED.plusSeconds(1)))
        .isEqualTo(DECIDED.plusSeconds(1));
  }

  @Test
  void neverWritesOutWhatAChildSaid() {
    assertThat(one(State.ACCEPTED).toString()).doesNotContain("a reason");
  }
}
