package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.FinnishDays;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done in time.
 *
 * @param dueOn the last day for it
 * @param metAt when it was done, late or not; null when it isn't
 */
public record Deadline(Kind kind, LocalDate dueOn, @Nullable Instant metAt) {
  /** What is to be done. */
  public enum Kind {
    /** Production within a year of registering (domain sheet 4, SEED0). */
    START,
    /** The report within two working days of the test (domain sheet 4). */
    REPORT,
    /** A new certificate before this one runs out (act 703/2023 79-88 §). */
    CERTIFICATE
  }

  /** How it stands. */
  public enum State {
    OPEN,
    MET,
    MISSED
  }

  /** How it stands at that moment. One that was met too late is missed. */
  public State state(Instant now) {
    Instant at = metAt == null ? now : metAt;
    if (FinnishDays.dayOf(at).isAfter(dueOn)) {
      return State.MISSED;
    }
    return metAt == null ? State.OPEN : State.MET;
  }
}
