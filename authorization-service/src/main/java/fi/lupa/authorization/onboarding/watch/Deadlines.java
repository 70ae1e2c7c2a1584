package fi.lupa.authorization.onboarding.watch;

import java.util.Map;

/**
 * How deadlines of joining stand, over all organisations: what isn't met and hasn't been seen to.
 *
 * @param missed their last day has passed, by what is due
 * @param soon their last day comes within {@link DeadlineWatch#SOON_DAYS} days
 */
record Deadlines(Map<String, Long> missed, Map<String, Long> soon) {
  static final Deadlines NONE = new Deadlines(Map.of(), Map.of());

  Deadlines {
    missed = Map.copyOf(missed);
    soon = Map.copyOf(soon);
  }
}
