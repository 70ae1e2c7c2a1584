package fi.lupa.authorization.onboarding.watch;

import fi.lupa.platform.loop.Loop;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Looks at once when the service starts, and then every so often. */
@Component
final class WatchTimer extends Loop {
  private final CertificateWatch watch;
  private final DeadlineWatch deadlines;
  private final Duration every;

  WatchTimer(
      CertificateWatch watch,
      DeadlineWatch deadlines,
      @Value("${lupa.onboarding.watch-every}") Duration every) {
    super("onboarding.watch", "certificates and deadlines are looked at again in a while", every);
    this.watch = watch;
    this.deadlines = deadlines;
    this.every = every;
  }

  /** Deadlines are counted even where certificates couldn't be looked at. */
  @Override
  protected Duration turn() {
    Flux.concatDelayError(watch.round(), deadlines.round()).then().block();
    return every;
  }
}
