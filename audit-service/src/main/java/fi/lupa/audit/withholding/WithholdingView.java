package fi.lupa.audit.withholding;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.WithholdingGround;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A withholding as its controller sees it; never the client. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WithholdingView(
    UUID id,
    long version,
    State state,
    WithholdingGround ground,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Oid organisation,
    LocalDate until,
    boolean toldToClient,
    Instant setAt,
    @Nullable Instant endedAt) {
  /** Whether it withholds anything now. */
  enum State {
    IN_FORCE,
    OVER,
    ENDED
  }

  static WithholdingView of(Withholding one, Instant now) {
    return new WithholdingView(
        one.id(),
        one.version(),
        state(one, now),
        one.ground(),
        one.scope().from(),
        one.scope().to(),
        one.scope().organisation(),
        one.until(),
        WithholdingRules.toldToClient(one.ground()),
        one.setAt(),
        one.endedAt());
  }

  private static State state(Withholding one, Instant now) {
    if (one.endedAt() != null) {
      return State.ENDED;
    }
    return FinnishDays.dayOf(now).isAfter(one.until()) ? State.OVER : State.IN_FORCE;
  }
}
