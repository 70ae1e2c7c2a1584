package fi.lupa.disclosure.logrequest;

import fi.lupa.platform.loop.Loop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts the requests that wait for their controllers, and those that wait too long. */
@Component
class LogRequestWatch extends Loop {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final LogRequestStore requests;
  private final LogRequestActs acts;
  private final AtomicLong open;
  private final AtomicLong overdue;

  LogRequestWatch(LogRequestStore requests, LogRequestActs acts, MeterRegistry meters) {
    super("log-requests", "log requests are counted at the next look", EVERY);
    this.requests = requests;
    this.acts = acts;
    this.open = new AtomicLong();
    this.overdue = new AtomicLong();
    meters.gauge("lupa.log.requests.open", open);
    meters.gauge("lupa.log.requests.overdue", overdue);
  }

  @Override
  protected Duration turn() {
    LogRequestStore.Counts counts = requests.counts(acts.today()).block();
    if (counts != null) {
      open.set(counts.open());
      overdue.set(counts.overdue());
    }
    return EVERY;
  }
}
