package fi.lupa.benchmark.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Against a real server on this machine. */
class OpenLoadTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final Set<String> bodies = ConcurrentHashMap.newKeySet();
  private DisposableServer server;

  @AfterEach
  void close() {
    server.disposeNow();
  }

  @Test
  void asksAsOftenAsIsDueAndCountsTheBytes() {
    serve(turn -> Duration.ZERO, 200);

    Step step = new OpenLoad(requests()).run(400, Duration.ofSeconds(1));

    assertThat(asked).hasValue(400);
    assertThat(step.micros().getTotalCount()).isEqualTo(400);
    assertThat(step.time()).isBetween(Duration.ofMillis(950), Duration.ofSeconds(5));
    assertThat(step.bytesEach()).isEqualTo(5);
    assertThat(step.failed()).isZero();
    assertThat(bodies).as("each body is sent as it is").hasSize(400).contains("body 17");
  }

  @Test
  void warmsUpByWhateverIsAnswered() {
    Queue<Integer> underWay = new ConcurrentLinkedQueue<>();
    AtomicInteger now = new AtomicInteger();
    serve(
        turn -> {
          underWay.add(now.incrementAndGet());
          return Duration.ofMillis(5);
        },
        200,
        now::decrementAndGet);

    new OpenLoad(requests()).warmUp(4, Duration.ofMillis(500));

    assertThat(asked.get()).isGreaterThan(20);
    assertThat(underWay).as("no more than was asked for").allMatch(count -> count <= 4);
    assertThat(underWay).contains(4);
  }

  @Test
  void aWarmUpGoesOnWhateverFails() {
    serve(turn -> Duration.ZERO, 503);

    new OpenLoad(requests()).warmUp(2, Duration.ofMillis(200));

    assertThat(asked.get()).isGreaterThan(4);
  }

  /** A closed loop would show one slow answer only: here all that were due meanwhile are late. */
  @Test
  void aStallShowsInEveryRequestThatWasDueMeanwhile() {
    long begin = System.nanoTime();
    serve(turn -> Duration.ofMillis(600).minus(Duration.ofNanos(System.nanoTime() - begin)), 200);

    Step step = new OpenLoad(requests()).run(200, Duration.ofSeconds(1));

    assertThat(step.micros().getTotalCount()).isEqualTo(200);
    assertThat(step.micros().getCountBetweenValues(100_000, 60_000_000))
        .as("answers that were late by the stall")
        .isGreaterThan(50);
  }

  @Test
  void keepsTheRateWhileAnswersAreSlow() {
    serve(turn -> Duration.ofMillis(300), 200);

    Step step = new OpenLoad(requests()).run(100, Duration.ofSeconds(1));

    assertThat(step.time())
        .as("requests didn't wait for answers")
        .isLessThan(Duration.ofSeconds(3));
    assertThat(step.millis(50)).isBetween(290.0, 5_000.0);
    assertThat(step.holds(Duration.ofMillis(100))).isFalse();
  }

  @Test
  void countsAnswersOfAnotherStatusAsErrors() {
    serve(turn -> Duration.ZERO, 503);

    Step step = new OpenLoad(requests()).run(50, Duration.ofSeconds(1));

    assertThat(step.errors()).containsExactly(Map.entry("answered 503", 50L));
    assertThat(step.micros().getTotalCount()).isZero();
  }

  @Test
  void countsARefusedConnectionAsAnError() {
    serve(turn -> Duration.ZERO, 200);
    server.disposeNow();

    Step step = new OpenLoad(requests()).run(20, Duration.ofSeconds(1));

    assertThat(step.failed()).isEqualTo(20);
  }

  private void serve(IntFunction<Duration> delay, int status) {
    serve(delay, status, () -> {});
  }

  private void serve(IntFunction<Duration> delay, int status, Runnable before) {
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
              int turn = asked.incrementAndGet();
              Duration wait = delay.apply(turn);
              return request
                  .receive()
                  .aggregate()
                  .asString(UTF_8)
                  .doOnNext(bodies::add)
                  .then(wait.isPositive() ? Mono.delay(wait).then() : Mono.empty())
                  .doOnTerminate(before)
                  .then(response.status(status).sendString(Mono.just("hello")).then());
            })
            .bindNow();
  }

  private Supplier<Request> requests() {
    AtomicInteger turn = new AtomicInteger();
    return () ->
        new Request(
            HttpMethod.POST,
            URI.create("http://127.0.0.1:" + server.port() + "/"),
            Map.of("Content-Type", "text/plain"),
            ("body " + turn.getAndIncrement()).getBytes(UTF_8),
            200);
  }
}
