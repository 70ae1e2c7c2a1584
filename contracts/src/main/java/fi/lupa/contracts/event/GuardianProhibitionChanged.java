package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A minor asked that guardians not see the minor's data (Act 703/2023 51 § 2), and a professional
 * decided; the whole state after the change. Why, on either side, stays in the consent-service (40
 * §).
 *
 * @param client the minor
 * @param guardian whom it is against; absent means every guardian
 * @param serviceTask there when the target is one
 * @param document there when the target is one; the OID that stays the same over its versions
 * @param cancelledAt there when it is cancelled
 */
public record GuardianProhibitionChanged(
    UUID id,
    long version,
    ClientRef client,
    State state,
    @Nullable ClientRef guardian,
    Target target,
    @Nullable ServiceTask serviceTask,
    @Nullable Oid document,
    Oid recorder,
    Instant decidedAt,
    @Nullable Instant cancelledAt)
    implements Event {
  /** What became of it; only an accepted one binds anybody. */
  public enum State {
    ACCEPTED,
    REFUSED,
    CANCELLED
  }

  /** What guardians don't see. */
  public enum Target {
    ALL,
    SERVICE_TASK,
    DOCUMENT
  }

  /** Whether that guardian is kept from anything by it. */
  public boolean binds(ClientRef person) {
    return state == State.ACCEPTED && (guardian == null || guardian.equals(person));
  }
}
