package fi.lupa.consent.prohibition.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.Professional;
import fi.lupa.consent.origin.Recorder;
import fi.lupa.consent.origin.Represented;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.consent.prohibition.Target;
import fi.lupa.consent.prohibition.cancel.CancelRules.Refusal;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.ProhibitionChanged.State;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelRulesTest {
  private static final Instant SET_AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final Prohibition SET =
      new Prohibition(
          new UUID(1, 2),
          new ClientRef(new UUID(3, 4)),
          1,
          State.SET,
          new Target.Task(ServiceTask.FAMILY_LAW),
          Channel.PROVIDER,
          SET_AT,
          null);

  private static final Origin CLIENT = new Origin.ByCitizen(SET.client(), null);

  private static Origin by(RepresentationRole role) {
    return new Origin.ByCitizen(SET.client(), new Represented(role, new ClientRef(new UUID(5, 6))));
  }

  @Test
  void aGuardianCancelsNoneButAtAProvider() {
    Origin provider =
        new Origin.AtProvider(
            new Oid("1.2.3"),
            new Recorder(new Oid("1.2.3.4"), new Professional("1", "x", "y")),
            new Represented(RepresentationRole.GUARDIAN_OF_MINOR, null));

    assertThat(CancelRules.refusal(SET, 1, by(RepresentationRole.GUARDIAN_OF_MINOR)))
        .contains(Refusal.GUARDIAN_CANNOT_PROHIBIT);
    assertThat(CancelRules.refusal(SET, 2, by(RepresentationRole.GUARDIAN_OF_MINOR)))
        .contains(Refusal.GUARDIAN_CANNOT_PROHIBIT);
    assertThat(CancelRules.refusal(SET, 1, by(RepresentationRole.MANDATE))).isEmpty();
    assertThat(CancelRules.refusal(SET, 1, provider)).isEmpty();
  }

  @Test
  void oneInForceCanBeCancelled() {
    assertThat(CancelRules.refusal(SET, 1, CLIENT)).isEmpty();
  }

  @Test
  void aCancelledOneCannot() {
    Prohibition cancelled = CancelRules.cancelled(SET, Channel.CITIZEN, SET_AT.plusSeconds(9));

    assertThat(CancelRules.refusal(cancelled, 2, CLIENT))
        .contains(Refusal.PROHIBITION_ALREADY_CANCELLED);
  }

  @Test
  void whoHasSeenAnotherVersionIsToldSoFirst() {
    Prohibition cancelled = CancelRules.cancelled(SET, Channel.CITIZEN, SET_AT.plusSeconds(9));

    assertThat(CancelRules.refusal(SET, 2, CLIENT)).contains(Refusal.VERSION_CONFLICT);
    assertThat(CancelRules.refusal(cancelled, 1, CLIENT)).contains(Refusal.VERSION_CONFLICT);
  }

  @Test
  void theNextVersionKeepsTheTargetAndSaysWhenAndWhere() {
    assertThat(CancelRules.cancelled(SET, Channel.CITIZEN, SET_AT.plusSeconds(9)))
        .isEqualTo(
            new Prohibition(
                SET.id(),
                SET.client(),
                2,
                State.CANCELLED,
                SET.target(),
                Channel.CITIZEN,
                SET_AT,
                SET_AT.plusSeconds(9)));
  }

  @Test
  void anotherInstancesClockCannotPutItBeforeTheSetting() {
    assertThat(CancelRules.cancelled(SET, Channel.CITIZEN, SET_AT.minusSeconds(1)).cancelledAt())
        .isEqualTo(SET_AT);
  }
}
