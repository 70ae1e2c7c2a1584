package fi.lupa.consent.guardianprohibition;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.GuardianProhibitionChanged.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As it is answered: without the persons and without who recorded it. Why, on either side, is there
 * for the organisation that recorded it only.
 */
public record GuardianProhibitionView(
    UUID id,
    long version,
    State state,
    Against against,
    Target target,
    @Nullable String reasonCode,
    Instant decidedAt,
    @Nullable Instant cancelledAt,
    @Nullable String reason,
    @Nullable String grounds) {
  /** Whom it is against. */
  public enum Against {
    EVERY_GUARDIAN,
    ONE_GUARDIAN
  }

  /** Without why. */
  public static GuardianProhibitionView of(GuardianProhibition one) {
    return view(one, false);
  }

  /** For whoever may read it: with why, when the reader recorded it. */
  public static GuardianProhibitionView readBy(Oid organisation, GuardianProhibition one) {
    return view(one, one.organisation().equals(organisation));
  }

  private static GuardianProhibitionView view(GuardianProhibition one, boolean withWhy) {
    return new GuardianProhibitionView(
        one.id(),
        one.version(),
        one.state(),
        one.guardian() == null ? Against.EVERY_GUARDIAN : Against.ONE_GUARDIAN,
        one.target(),
        one.state() == State.REFUSED ? "MINOR_REASON_NOT_ACCEPTED" : null,
        one.decidedAt(),
        one.cancelledAt(),
        withWhy ? one.reason() : null,
        withWhy ? one.grounds() : null);
  }

  /** Hidden, so that what a child said can't slip into a log line. */
  @Override
  public String toString() {
    return "GuardianProhibitionView[" + id + ", " + version + "]";
  }
}
