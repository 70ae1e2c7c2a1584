package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.Oid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was taken: never changed, never removed.
 *
 * @param number 1 for the first of its onboarding, one more for each
 * @param by who took it; null when Lupa did by itself
 */
public record StepTaken(int number, StepOrder order, Instant at, @Nullable By by) {
  /** The organisation and the system, subject of its token. */
  public record By(Oid organisation, String system) {}

  Step step() {
    return order.step();
  }
}
