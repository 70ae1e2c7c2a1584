package fi.lupa.platform.loop;

import fi.lupa.platform.problem.Places;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that a service does by itself, turn after turn in a thread of its own: at once when the
 * service starts, then after each pause, and when it is kicked.
 */
public abstract class Loop implements SmartLifecycle {
  private final Logger log = LoggerFactory.getLogger(getClass());
  private final Semaphore kicks = new Semaphore(0);
  private final String name;
  private final String fault;
  private final Duration afterFault;
  private volatile @Nullable Thread thread;

  /**
   * @param name of the thread
   * @param fault what the log says of a turn that failed, before the place of the fault
   * @param afterFault how long it then waits
   */
  protected Loop(String name, String fault, Duration afterFault) {
    this.name = name;
    this.fault = fault;
    this.afterFault = afterFault;
  }

  /** Takes one turn, and gives how long to wait for the next: not at all if there is more to do. */
  protected abstract Duration turn();

  /** There may be something to do now. */
  public final void kick() {
    kicks.release();
  }

  @Override
  public final void start() {
    Thread created = Thread.ofVirtual().name(name).unstarted(this::run);
    thread = created;
    created.start();
  }

  @Override
  public final void stop() {
    Thread current = thread;
    thread = null;
    if (current != null) {
      current.interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      Duration pause = afterFault;
      try {
        pause = turn();
      } catch (RuntimeException e) {
        log.warn("{}: {}", fault, Places.of(e));
      }
      try {
        if (kicks.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
          kicks.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
