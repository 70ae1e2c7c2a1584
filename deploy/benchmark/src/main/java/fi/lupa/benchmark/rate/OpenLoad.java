package fi.lupa.benchmark.rate;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * An open model: requests come at a constant rate, whether or not earlier ones are answered, as
 * those of people do who don't know of each other. A latency counts from the moment when its
 * request was due, so that a stall shows in every request that it delays.
 */
public final class OpenLoad {
  private static final int CONNECTIONS = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TOO_FAR_BEHIND = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Supplier<Request> requests;
  private final HttpClient http;

  /** A load of these requests, one after the other. */
  public OpenLoad(Supplier<Request> requests) {
    this.requests = requests;
    this.http =
        HttpClient.create(
                ConnectionProvider.builder("open-load")
                    .maxConnections(CONNECTIONS)
                    .pendingAcquireMaxCount(-1)
                    .pendingAcquireTimeout(PATIENCE)
                    .build())
            .responseTimeout(PATIENCE);
  }

  /**
   * Warms up by as many requests as are answered when so many are always under way: the JVM
   * compiles by how often a method was called, and a constant low rate calls too seldom.
   */
  public void warmUp(int underWay, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    Mono<Integer> one =
        Mono.defer(() -> requests.get().send(http)).onErrorResume(failed -> Mono.just(0));
    Flux.range(0, underWay)
        .flatMap(ignored -> one.repeat(() -> System.nanoTime() < end), underWay)
        .blockLast(time.plus(PATIENCE.multipliedBy(2)));
  }

  /** Lets requests come at a rate, for a time; returns when all are answered or have failed. */
  public Step run(double perSecond, Duration time) {
    return new Run(perSecond, time).go();
  }

  private final class Run {
    private final Histogram micros = new ConcurrentHistogram(micros(LONGEST), 3);
    private final Histogram lag = new Histogram(micros(LONGEST), 3);
    private final Map<String, Long> errors = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final double perSecond;
    private final Duration time;

    Run(double perSecond, Duration time) {
      this.perSecond = perSecond;
      this.time = time;
    }

    Step go() {
      double period = 1e9 / perSecond;
      long most = Math.max(CONNECTIONS, (long) (perSecond * TOO_FAR_BEHIND.toSeconds()));
      long count = (long) (perSecond * time.toNanos() / 1e9);
      long start = System.nanoTime();
      boolean behind = false;
      for (long i = 0; i < count && !behind; i++) {
        send(start + (long) (i * period));
        behind = open.get() > most;
      }
      Duration due = Duration.ofNanos(System.nanoTime() - start);
      awaitAnswers();
      return new Step(
          perSecond, due, micros, lag, Map.copyOf(errors), bytes.get(), behind || open.get() > 0);
    }

    private void send(long due) {
      long now = System.nanoTime();
      while (now < due) {
        LockSupport.parkNanos(due - now);
        now = System.nanoTime();
      }
      lag.recordValue(Math.min((now - due) / 1000, lag.getHighestTrackableValue()));
      open.incrementAndGet();
      requests
          .get()
          .send(http)
          .doFinally(end -> open.decrementAndGet())
          .subscribe(size -> answered(due, size), this::failed);
    }

    private void answered(long due, int size) {
      micros.recordValue(
          Math.min((System.nanoTime() - due) / 1000, micros.getHighestTrackableValue()));
      bytes.addAndGet(size);
    }

    private void failed(Throwable error) {
      String what =
          error instanceof Request.Unexpected unexpected
              ? String.valueOf(unexpected.getMessage())
              : error.getClass().getSimpleName();
      errors.merge(what, 1L, Long::sum);
    }

    private void awaitAnswers() {
      long end = System.nanoTime() + PATIENCE.plusSeconds(1).toNanos();
      while (open.get() > 0 && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      }
    }
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
