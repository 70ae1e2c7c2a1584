package fi.lupa.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Once a fact's push has been answered (prohibitions: {@link ProhibitionRaceIT}), no query that
 * begins later decides otherwise. Queries run all the time; each notes before it starts whether the
 * fact stood already.
 */
class FenceIT extends DisclosureIT {
  private static final int READERS = 6;
  private static final int ROUNDS = 50;

  /** Without the check of each answer against the contract: it takes longer than the query. */
  private Calls plain;

  private final AtomicInteger before = new AtomicInteger();
  private final AtomicInteger after = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> stale = new ConcurrentLinkedQueue<>();

  /** A client about whom queries are answered until the fact is in force. */
  private record Race(Given.Fact fact, Oid asker, ObjectNode query) {}

  @Test
  void noQueryDecidesByARightThatHasEnded() {
    races(() -> {
      Client client = Client.person();
      calls.stored(NORTH, Calls.metadata(client, NORTH));
      Given.Fact right = Given.right(client.ref(), NORTH, PRODUCER);
      calls.given(right);
      return new Race(
          right.version(2).ended("2026-11-22T23:00:00Z"),
          PRODUCER,
          Calls.use(client, PRODUCER, NORTH));
    });
  }

  @Test
  void noQueryFindsByALinkThatIsCancelled() {
    races(() -> {
      Client client = Client.person();
      Client former = Client.temporary();
      calls.stored(NORTH, Calls.metadata(former, NORTH));
      Given.Fact link = Given.link(client.ref(), former.ref());
      calls.given(link);
      return new Race(link.version(2).cancelled(), NORTH, Calls.own(client, NORTH));
    });
  }

  private void races(Supplier<Race> races) {
    plain = plainCalls();
    for (int round = 0; round < ROUNDS; round++) {
      race(races.get());
    }
    assertThat(stale).isEmpty();
    assertThat(before).as("queries that saw the time before").hasPositiveValue();
    assertThat(after.get()).as("queries that began after").isGreaterThan(ROUNDS);
  }

  private void race(Race race) {
    AtomicBoolean inForce = new AtomicBoolean();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch running = new CountDownLatch(READERS);
    CountDownLatch done = new CountDownLatch(READERS);
    IntStream.range(0, READERS)
        .forEach(_ ->
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    ask(race, running, inForce, over);
                  } finally {
                    done.countDown();
                  }
                }));
    try {
      running.await();
      calls.given(race.fact());
      inForce.set(true);
      ask(race, inForce);
      over.set(true);
      done.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void ask(Race race, CountDownLatch running, AtomicBoolean inForce, AtomicBoolean over) {
    boolean more = true;
    while (more) {
      more = !over.get();
      ask(race, inForce);
      running.countDown();
    }
  }

  private void ask(Race race, AtomicBoolean inForce) {
    boolean mustKnow = inForce.get();
    Answer answer = plain.query(race.asker(), race.query());
    boolean given = answer.status() == 200 && !answer.documents().isEmpty();
    if (!mustKnow) {
      before.addAndGet(given ? 1 : 0);
    } else {
      after.incrementAndGet();
      if (given) {
        stale.add(answer.queryId());
      }
    }
  }
}
