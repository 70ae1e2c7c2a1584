package fi.lupa.consent.permit.withdraw;

import fi.lupa.consent.permit.Permit;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.PermitState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Withdrawing a permit (58 § 2: any time, at any provider or by the citizen). */
final class WithdrawRules {
  /** Why it can't be; the names are the reason codes. */
  enum Refusal {
    VERSION_CONFLICT,
    PERMIT_NOT_GIVEN
  }

  private WithdrawRules() {}

  /**
   * @param expectedVersion the version that the withdrawer has seen
   */
  static Optional<Refusal> refusal(Permit permit, long expectedVersion) {
    if (permit.version() != expectedVersion) {
      return Optional.of(Refusal.VERSION_CONFLICT);
    }
    return permit.state() == PermitState.GIVEN
        ? Optional.empty()
        : Optional.of(Refusal.PERMIT_NOT_GIVEN);
  }

  /** The next version: covers nothing any more, and never stands before the one it follows. */
  static Permit withdrawn(Permit permit, Channel channel, Instant now) {
    return new Permit(
        permit.id(),
        permit.client(),
        permit.kind(),
        permit.version() + 1,
        PermitState.WITHDRAWN,
        List.of(),
        permit.textVersion(),
        channel,
        permit.givenAt(),
        now.isBefore(permit.changedAt()) ? permit.changedAt() : now);
  }
}
