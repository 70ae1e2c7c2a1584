package fi.lupa.consent.guardianprohibition.decide;

import fi.lupa.consent.guardianprohibition.Target;
import fi.lupa.consent.origin.Recorder;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import fi.lupa.platform.client.IdentityCode;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/guardian-prohibitions}.
 *
 * @param decision accepted or refused; the contract lets no other pass
 */
record DecideRequest(
    IdentityCode client,
    @Nullable IdentityCode guardian,
    Target target,
    String reason,
    State decision,
    @Nullable String grounds,
    Recorder recorder) {
  /** Hidden, so that what a child said can't slip into a log line. */
  @Override
  public String toString() {
    return "DecideRequest[hidden]";
  }
}
