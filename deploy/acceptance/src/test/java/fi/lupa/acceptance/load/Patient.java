package fi.lupa.acceptance.load;

import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Caller;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Tokens;
import fi.lupa.acceptance.api.Unreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends a request again, with its key, until it is acknowledged. */
final class Patient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** What means "not now": a part is away or too slow. */
  private static final Set<Integer> AWAY = Set.of(503, 504);

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger troubles = new AtomicInteger();

  /** Requests acknowledged so far. */
  int acknowledged() {
    return acknowledged.get();
  }

  /** Attempts that failed so far. */
  int troubles() {
    return troubles.get();
  }

  /** The acknowledgement, which must have one of these statuses. */
  Reply send(Call call, Integer... expected) {
    Reply reply =
        await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .pollInterval(PAUSE)
            .until(() -> attempt(call), Optional::isPresent)
            .orElseThrow();
    if (!Set.of(expected).contains(reply.status())) {
      throw new AssertionError("%s: got %d %s".formatted(call, reply.status(), reply.body()));
    }
    acknowledged.incrementAndGet();
    return reply;
  }

  /** Waits until the issuer has given the caller a token. */
  void signIn(Caller caller) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .ignoreException(Unreachable.class)
        .until(() -> !Tokens.of(caller).isEmpty());
  }

  private Optional<Reply> attempt(Call call) {
    try {
      Reply reply = Http.send(call);
      if (!AWAY.contains(reply.status())) {
        return Optional.of(reply);
      }
    } catch (Unreachable lost) {
      // nobody knows whether it was done: the key makes the next attempt safe
    }
    troubles.incrementAndGet();
    return Optional.empty();
  }
}
