package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A temporary identifier (tilapäinen yksilöintitunnus) was linked to the identity code of the same
 * person, or the link was cancelled because it was wrong; the whole state after the change. There
 * is one {@code id} per temporary identifier, whoever it is linked to in turn: so versions alone
 * say which link is the newest.
 *
 * @param organiser the organisation that gave the temporary identifier and made the link
 * @param client the pseudonym of the identity code; after a cancellation the one it was linked to
 * @param former the pseudonym of the temporary identifier
 */
public record ClientLinked(
    UUID id,
    long version,
    State state,
    Oid organiser,
    ClientRef client,
    ClientRef former,
    Instant linkedAt,
    @Nullable Instant cancelledAt)
    implements Event {
  /** Whether the two are one person. */
  public enum State {
    LINKED,
    CANCELLED
  }

  /** Whether the two are one person. */
  public boolean holds() {
    return state == State.LINKED;
  }
}
