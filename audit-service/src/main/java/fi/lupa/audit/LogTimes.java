package fi.lupa.audit;

import java.time.Instant;

/**
 * Between which moments an entry can lie. Any other moment is a mistake of some clock; each month
 * inside may get a partition.
 */
public final class LogTimes {
  /** The first moment. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** The first moment that is too late. */
  public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  private LogTimes() {}

  public static boolean plausible(Instant time) {
    return !time.isBefore(EARLIEST) && time.isBefore(END);
  }
}
