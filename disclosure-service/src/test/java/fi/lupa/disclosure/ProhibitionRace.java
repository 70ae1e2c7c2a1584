package fi.lupa.disclosure;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prohibitions set and cancelled again and again while queries run. A query that begins after a
 * version was acknowledged and ends before the next one is begun must decide by it.
 */
final class ProhibitionRace {
  private static final int READERS = 2;
  private static final long PAUSE = 50_000;

  /** When it returns, the client is told that the fact is in force. */
  interface Acknowledgement {
    void of(Given.Fact fact);
  }

  /** A client's prohibition, and the query that it stops. */
  record Asked(Given.Fact prohibition, Oid asker, ObjectNode query) {
    /** Odd versions set it, even ones cancel it. */
    Given.Fact version(long version) {
      Given.Fact fact = prohibition.version(version);
      return isSet(version) ? fact : fact.cancelled();
    }
  }

  private final Calls calls;
  private final Acknowledgement acknowledgement;
  private final Supplier<Asked> clients;
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger judged = new AtomicInteger();
  private final AtomicInteger overlapping = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();
  private final AtomicInteger withheld = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Asked> last = new AtomicReference<>();

  ProhibitionRace(Calls calls, Acknowledgement acknowledgement, Supplier<Asked> clients) {
    this.calls = calls;
    this.acknowledgement = acknowledgement;
    this.clients = clients;
  }

  /** Goes on with this many clients until so many queries have run. */
  void run(int several, int queries) {
    left.set(queries);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < several; i++) {
        Asked asked = clients.get();
        last.set(asked);
        One one = new One(asked);
        for (int r = 0; r < READERS; r++) {
          running.add(threads.submit(one::ask));
        }
        running.add(threads.submit(one::change));
      }
    }
    running.forEach(ProhibitionRace::finished);
  }

  private static void finished(Future<?> run) {
    if (run.state() == Future.State.FAILED) {
      throw new AssertionError(run.exceptionNow());
    }
  }

  /** One client. */
  private final class One {
    private final Asked asked;

    /** The version that queries must know by now; 0 while that may be the old or the new one. */
    private final AtomicLong inForce = new AtomicLong();

    private final AtomicInteger seen = new AtomicInteger();

    One(Asked asked) {
      this.asked = asked;
    }

    void change() {
      for (long version = 1; left.get() > 0; version++) {
        inForce.set(0);
        long begun = System.nanoTime();
        acknowledgement.of(asked.version(version));
        micros.add((System.nanoTime() - begun) / 1000);
        seen.set(0);
        inForce.set(version);
        awaitReaders();
      }
    }

    private void awaitReaders() {
      while (seen.get() < READERS && left.get() > 0) {
        LockSupport.parkNanos(PAUSE);
      }
    }

    void ask() {
      while (left.getAndDecrement() > 0) {
        long before = inForce.get();
        boolean given = isGiven(asked);
        boolean unchanged = before != 0 && before == inForce.get();
        if (!unchanged) {
          overlapping.incrementAndGet();
        } else {
          judged.incrementAndGet();
          if (given == isSet(before)) {
            (given ? served : withheld).incrementAndGet();
          }
          seen.incrementAndGet();
        }
      }
    }
  }

  private boolean isGiven(Asked asked) {
    Answer answer = calls.query(asked.asker(), asked.query());
    if (answer.status() != 200) {
      throw new AssertionError("not answered: " + answer.body());
    }
    return !answer.documents().isEmpty();
  }

  private static boolean isSet(long version) {
    return version % 2 == 1;
  }

  /** Served although a prohibition had been acknowledged. */
  int served() {
    return served.get();
  }

  /** Decided otherwise than by what had been acknowledged: served, or withheld after its end. */
  int stale() {
    return served.get() + withheld.get();
  }

  /** Queries that had to know a certain version. */
  int judged() {
    return judged.get();
  }

  /** Queries beside a change: either answer is right. */
  int overlapping() {
    return overlapping.get();
  }

  /** Whether a prohibition of the last client, set once more, is obeyed by now. */
  boolean lastIsObeyed() {
    acknowledgement.of(last.get().version(Integer.MAX_VALUE));
    return !isGiven(last.get());
  }

  @Override
  public String toString() {
    List<Long> sorted = micros.stream().sorted().toList();
    return "%d changes (p50 %.1f ms, p99 %.1f ms), %d queries beside them, %d after, %d of them served and %d withheld against what was acknowledged"
        .formatted(
            sorted.size(),
            sorted.get(sorted.size() / 2) / 1000.0,
            sorted.get(sorted.size() * 99 / 100) / 1000.0,
            overlapping.get(),
            judged.get(),
            served.get(),
            withheld.get());
  }
}
