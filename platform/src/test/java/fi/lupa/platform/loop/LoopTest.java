package fi.lupa.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration NEVER = Duration.ofDays(1);

  private final AtomicInteger turns = new AtomicInteger();
  private Turns loop = new Turns(turn -> NEVER, NEVER);

  @AfterEach
  void stop() {
    loop.stop();
  }

  @Test
  void takesItsFirstTurnAtOnceAndThenWaits() {
    loop.start();
    awaitTurns(1);
    assertThat(loop.isRunning()).isTrue();
  }

  @Test
  void takesTurnAfterTurnWhileThereIsMoreToDo() {
    loop = new Turns(turn -> turn < 1000 ? Duration.ZERO : NEVER, NEVER);
    loop.start();
    awaitTurns(1000);
  }

  @Test
  void isWokenByAKick() {
    loop.start();
    awaitTurns(1);
    loop.kick();
    awaitTurns(2);
  }

  /** A kick that comes while a turn is taken may be about what the turn no longer saw. */
  @Test
  void takesAnotherTurnWhenItWasKickedInTheMiddleOfOne() {
    loop =
        new Turns(
            turn -> {
              if (turn == 1) {
                loop.kick();
              }
              return NEVER;
            },
            NEVER);
    loop.start();
    awaitTurns(2);
  }

  @Test
  void goesOnAfterATurnThatFailed() {
    loop =
        new Turns(
            turn -> {
              if (turn < 3) {
                throw new IllegalStateException("away");
              }
              return NEVER;
            },
            Duration.ofMillis(1));
    loop.start();
    awaitTurns(3);
  }

  @Test
  void stopsInTheMiddleOfAPause() {
    loop.start();
    awaitTurns(1);
    loop.stop();
    Awaitility.await().untilAsserted(() -> assertThat(loop.thread().isAlive()).isFalse());
    assertThat(loop.isRunning()).isFalse();
    assertThat(turns).hasValue(1);
  }

  @Test
  void startsAgain() {
    loop.start();
    awaitTurns(1);
    loop.stop();
    loop.start();
    awaitTurns(2);
  }

  private void awaitTurns(int expected) {
    Awaitility.await().untilAsserted(() -> assertThat(turns).hasValue(expected));
  }

  private final class Turns extends Loop {
    private final IntFunction<Duration> turn;
    private volatile Thread thread = Thread.currentThread();

    Turns(IntFunction<Duration> turn, Duration afterFault) {
      super("turns", "waits for the next turn", afterFault);
      this.turn = turn;
    }

    @Override
    protected Duration turn() {
      thread = Thread.currentThread();
      return turn.apply(turns.incrementAndGet());
    }

    Thread thread() {
      return thread;
    }
  }
}
