package fi.lupa.consent.guardianprohibition;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a minor asked for and a professional decided.
 *
 * @param guardian whom it is against; absent means every guardian
 * @param organisation that decided
 * @param reason the minor's
 * @param grounds why it wasn't accepted; there when it wasn't
 */
public record GuardianProhibition(
    UUID id,
    ClientRef client,
    long version,
    State state,
    @Nullable ClientRef guardian,
    Target target,
    Oid organisation,
    Instant decidedAt,
    @Nullable Instant cancelledAt,
    String reason,
    @Nullable String grounds) {
  /** Hidden, so that what a child said can't slip into a log line. */
  @Override
  public String toString() {
    return "GuardianProhibition[" + id + ", " + version + "]";
  }
}
