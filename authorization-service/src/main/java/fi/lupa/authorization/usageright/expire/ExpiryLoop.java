package fi.lupa.authorization.usageright.expire;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.platform.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for rights that are due to end: at each midnight in Finland, which is when last days are
 * over, when an organisation has left, when the service starts, and every few seconds for what
 * another instance left undone.
 */
@Component
class ExpiryLoop extends Loop {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryLoop.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Expiry expiry;
  private final Clock clock;

  ExpiryLoop(Expiry expiry, Clock clock) {
    super("usageright.expire", "rights that are due wait for the next look", LOOK);
    this.expiry = expiry;
    this.clock = clock;
  }

  @Override
  protected Duration turn() {
    Integer ended = expiry.endAllDue().block();
    if (ended != null && ended > 0) {
      LOG.info("{} usage rights ended by themselves", ended);
    }
    return pause(clock.instant());
  }

  /** Until the next look: a few seconds, but never past a midnight. */
  static Duration pause(Instant now) {
    Instant midnight = FinnishDays.beginning(FinnishDays.dayOf(now).plusDays(1));
    Duration left = Duration.between(now, midnight).plusMillis(1);
    return left.compareTo(LOOK) < 0 ? left : LOOK;
  }
}
