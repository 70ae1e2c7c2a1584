package fi.lupa.contracts.event;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.WithholdingGround;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A controller withheld a part of a client's log from the client, or ended that (Act 703/2023 11
 * §); the whole state after the change. The audit-service tells this to its own log alone: it is
 * never sent, and stands in no client's log.
 *
 * @param controller whose register the withheld acts concern
 * @param actsFrom the first day of the acts meant (Helsinki); null means from the beginning
 * @param actsTo the last day of them; null means all that come
 * @param organisation whose acts are meant; null means anybody's
 * @param until the last day that they are withheld, if it isn't ended before
 */
public record WithholdingChanged(
    UUID id,
    long version,
    State state,
    ClientRef client,
    Oid controller,
    WithholdingGround ground,
    @Nullable LocalDate actsFrom,
    @Nullable LocalDate actsTo,
    @Nullable Oid organisation,
    LocalDate until,
    Instant changedAt)
    implements Event {
  /** Whether it holds. */
  public enum State {
    SET,
    ENDED
  }
}
