package fi.lupa.acceptance.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Some clients' systems that work without end. */
public final class Crowd {
  /** Between two clients: what the crowd uses of the machine, the part that starts again lacks. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Patient patient = new Patient();
  private final Ledger ledger = new Ledger();
  private final Queue<Life> lives = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> workers = new ArrayList<>();
  private final ExecutorService threads;
  private volatile boolean working = true;

  /** Starts this many. */
  public Crowd(int systems) {
    threads = Executors.newFixedThreadPool(systems);
    for (int i = 0; i < systems; i++) {
      workers.add(threads.submit(this::work));
    }
  }

  private void work() {
    while (working) {
      var life = new Life(patient, ledger);
      life.live();
      lives.add(life);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Requests acknowledged so far; fails when a client met what must not be. */
  public int acknowledged() {
    workers.stream().filter(Future::isDone).forEach(Crowd::rethrow);
    return patient.acknowledged();
  }

  /** Attempts that failed so far. */
  public int troubles() {
    return patient.troubles();
  }

  /** Lives lived to their end. */
  public int size() {
    return lives.size();
  }

  /** Their accesses. */
  public Ledger ledger() {
    return ledger;
  }

  /** Lets everyone finish what he is at. */
  public void end() {
    working = false;
    workers.forEach(Crowd::rethrow);
    threads.shutdownNow();
  }

  /** Fails unless all that anybody got acknowledged is still there, and in the log once. */
  public void requireKept() {
    ledger.requireAllInLogOnce();
    lives.parallelStream().forEach(Life::requireKept);
    lives.parallelStream().forEach(Life::requireDecidedAlike);
  }

  private static void rethrow(Future<?> worker) {
    try {
      worker.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a client met what must not be", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
