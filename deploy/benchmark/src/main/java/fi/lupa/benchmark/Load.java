package fi.lupa.benchmark;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * A closed loop: each connection sends its next request when the last is answered. Good for a
 * highest rate at a given number of connections; its latencies hide stalls, so they are for
 * comparison within one run only.
 */
final class Load {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI target;
  private final String token;
  private final List<String> bodies;

  Load(URI target, String token, List<String> bodies) {
    this.target = target;
    this.token = token;
    this.bodies = bodies;
  }

  /** What a run gave. */
  record Result(long answers, long errors, Duration time, Histogram micros, long bytes) {
    double perSecond() {
      return answers / (time.toNanos() / 1e9);
    }
  }

  Result run(int connections, Duration time) {
    HttpClient http =
        HttpClient.create(ConnectionProvider.builder("load").maxConnections(connections).build())
            .headers(headers ->
                headers
                    .set("Authorization", "Bearer " + token)
                    .set("Content-Type", "application/json"));
    Histogram micros = new ConcurrentHistogram(Duration.ofSeconds(60).toMillis() * 1000, 3);
    AtomicLong errors = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    AtomicLong turn = new AtomicLong();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    Flux.range(0, connections)
        .flatMap(
            connection ->
                Mono.defer(() -> one(http, turn.getAndIncrement(), micros, errors, bytes))
                    .repeat(() -> System.nanoTime() < end),
            connections)
        .blockLast(time.plus(PATIENCE));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    return new Result(micros.getTotalCount(), errors.get(), taken, micros, bytes.get());
  }

  private Mono<Integer> one(
      HttpClient http, long turn, Histogram micros, AtomicLong errors, AtomicLong bytes) {
    long sent = System.nanoTime();
    String body = bodies.get((int) (turn % bodies.size()));
    return http.post()
        .uri(target)
        .send(ByteBufFlux.fromString(Mono.just(body)))
        .responseSingle((answer, content) ->
            content
                .map(buffer -> buffer.readableBytes())
                .defaultIfEmpty(0)
                .doOnNext(size -> {
                  if (answer.status().code() == 200) {
                    micros.recordValue((System.nanoTime() - sent) / 1000);
                    bytes.addAndGet(size);
                  } else {
                    errors.incrementAndGet();
                  }
                }))
        .onErrorResume(error -> {
          errors.incrementAndGet();
          return Mono.empty();
        });
  }
}
