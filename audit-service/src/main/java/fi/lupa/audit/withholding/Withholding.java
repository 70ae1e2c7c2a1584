package fi.lupa.audit.withholding;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.WithholdingGround;
import fi.lupa.contracts.event.WithholdingChanged;
import fi.lupa.contracts.event.WithholdingChanged.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a client's log that a controller withholds (Act 703/2023 11 §). Days are those of the
 * Finnish calendar, both ends included.
 *
 * @param scope which acts
 * @param until the last day that they are withheld
 * @param endedAt absent while nobody ended it
 */
record Withholding(
    UUID id,
    long version,
    ClientRef client,
    Oid controller,
    WithholdingGround ground,
    Scope scope,
    LocalDate until,
    Instant setAt,
    @Nullable Instant endedAt) {
  /**
   * @param from the first day; null means from the beginning
   * @param to the last day; null means all that come
   * @param organisation who acted; null means anybody
   */
  record Scope(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Oid organisation) {}

  WithholdingChanged event() {
    return new WithholdingChanged(
        id,
        version,
        endedAt == null ? State.SET : State.ENDED,
        client,
        controller,
        ground,
        scope.from(),
        scope.to(),
        scope.organisation(),
        until,
        endedAt == null ? setAt : endedAt);
  }
}
