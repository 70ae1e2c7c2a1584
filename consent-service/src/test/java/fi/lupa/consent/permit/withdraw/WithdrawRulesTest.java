package fi.lupa.consent.permit.withdraw;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.Recipient;
import fi.lupa.consent.permit.Target;
import fi.lupa.consent.permit.withdraw.WithdrawRules.Refusal;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithdrawRulesTest {
  private static final Instant GIVEN_AT = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void aGivenPermitCanBeWithdrawn() {
    assertThat(WithdrawRules.refusal(permit(PermitState.GIVEN), 3)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "GIVEN", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotGivenCannot(PermitState state) {
    assertThat(WithdrawRules.refusal(permit(state), 3)).contains(Refusal.PERMIT_NOT_GIVEN);
  }

  @ParameterizedTest
  @EnumSource
  void whoHasSeenAnotherVersionIsToldSoFirst(PermitState state) {
    assertThat(WithdrawRules.refusal(permit(state), 2)).contains(Refusal.VERSION_CONFLICT);
    assertThat(WithdrawRules.refusal(permit(state), 4)).contains(Refusal.VERSION_CONFLICT);
  }

  @Test
  void theNextVersionCoversNothingAndRemembersWhenItWasGiven() {
    Permit given = permit(PermitState.GIVEN);
    Instant now = GIVEN_AT.plusSeconds(60);

    Permit withdrawn = WithdrawRules.withdrawn(given, Channel.CITIZEN, now);

    assertThat(withdrawn)
        .isEqualTo(
            new Permit(
                given.id(),
                given.client(),
                given.kind(),
                4,
                PermitState.WITHDRAWN,
                List.of(),
                "2024-1",
                Channel.CITIZEN,
                GIVEN_AT,
                now));
  }

  @Test
  void anotherInstancesClockCannotPutItBeforeTheGiving() {
    Permit withdrawn =
        WithdrawRules.withdrawn(
            permit(PermitState.GIVEN), Channel.CITIZEN, GIVEN_AT.minusSeconds(1));

    assertThat(withdrawn.changedAt()).isEqualTo(GIVEN_AT);
  }

  private static Permit permit(PermitState state) {
    return new Permit(
        new UUID(1, 2),
        new ClientRef(new UUID(3, 4)),
        PermitKind.SOCIAL_TO_HEALTH,
        3,
        state,
        state == PermitState.GIVEN
            ? List.of(
                new Target(
                    new Recipient(RecipientType.PUBLIC_HEALTH_CARE, null),
                    Set.of(ServiceTask.FAMILIES),
                    null,
                    null,
                    Set.of()))
            : List.of(),
        "2024-1",
        Channel.PROVIDER,
        state == PermitState.REFUSED ? null : GIVEN_AT,
        GIVEN_AT);
  }
}
