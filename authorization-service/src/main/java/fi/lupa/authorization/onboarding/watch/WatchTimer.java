package fi.lupa.authorization.onboarding.watch;

import fi.lupa.platform.problem.Places;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at once when the service starts, and then every so often. */
@Component
final class WatchTimer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WatchTimer.class);

  private final CertificateWatch watch;
  private final DeadlineWatch deadlines;
  private final Duration every;
  private @Nullable Disposable timer;

  WatchTimer(
      CertificateWatch watch,
      DeadlineWatch deadlines,
      @Value("${lupa.onboarding.watch-every}") Duration every) {
    this.watch = watch;
    this.deadlines = deadlines;
    this.every = every;
  }

  @Override
  public void start() {
    timer =
        Flux.interval(Duration.ZERO, every)
            .onBackpressureDrop()
            .concatMap(tick -> watch.round().onErrorResume(WatchTimer::later))
            .concatMap(seen -> deadlines.round().then().onErrorResume(WatchTimer::uncounted))
            .subscribe();
  }

  private static Mono<Long> later(Throwable error) {
    LOG.warn("certificates are looked at again in a while: {}", Places.of(error));
    return Mono.just(0L);
  }

  private static Mono<Void> uncounted(Throwable error) {
    LOG.warn("deadlines of joining are counted again in a while: {}", Places.of(error));
    return Mono.empty();
  }

  @Override
  public void stop() {
    if (timer != null) {
      timer.dispose();
      timer = null;
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
