package fi.lupa.authorization.usageright.expire;

import fi.lupa.authorization.usageright.FinnishDays;
import fi.lupa.platform.problem.Places;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for rights that are due to end: at each midnight in Finland, which is when last days are
 * over, when an organisation has left, when the service starts, and every few seconds for what
 * another instance left undone.
 */
@Component
class ExpiryLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryLoop.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Expiry expiry;
  private final Clock clock;
  private final Semaphore kicks = new Semaphore(0);
  private volatile @Nullable Thread thread;

  ExpiryLoop(Expiry expiry, Clock clock) {
    this.expiry = expiry;
    this.clock = clock;
  }

  /** Something may be due. */
  void kick() {
    kicks.release();
  }

  @Override
  public void start() {
    Thread created = Thread.ofVirtual().name("usageright.expire").unstarted(this::run);
    thread = created;
    created.start();
  }

  @Override
  public void stop() {
    Thread current = thread;
    thread = null;
    if (current != null) {
      current.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        Integer ended = expiry.endAllDue().block();
        if (ended != null && ended > 0) {
          LOG.info("{} usage rights ended by themselves", ended);
        }
      } catch (RuntimeException e) {
        LOG.warn("rights that are due wait for the next look: {}", Places.of(e));
      }
      try {
        boolean kicked = kicks.tryAcquire(pause(clock.instant()).toMillis(), TimeUnit.MILLISECONDS);
        if (kicked) {
          kicks.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Until the next look: a few seconds, but never past a midnight. */
  static Duration pause(Instant now) {
    Instant midnight = FinnishDays.beginning(FinnishDays.dayOf(now).plusDays(1));
    Duration left = Duration.between(now, midnight).plusMillis(1);
    return left.compareTo(LOOK) < 0 ? left : LOOK;
  }
}
