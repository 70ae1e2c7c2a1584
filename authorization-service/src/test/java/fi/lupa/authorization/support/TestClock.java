package fi.lupa.authorization.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs from a moment on, and can be put forward. */
final class TestClock extends Clock {
  private static volatile Duration ahead = Duration.ZERO;

  private final Clock running;

  TestClock(Instant start) {
    running = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
  }

  static void putForward(Duration by) {
    ahead = ahead.plus(by);
  }

  static void putBack() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return running.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
