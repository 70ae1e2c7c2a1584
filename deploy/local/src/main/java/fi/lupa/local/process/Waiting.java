package fi.lupa.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition of another process, of which nobody tells: by looking again and again. */
public final class Waiting {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /** True as soon as the condition holds, false when it doesn't within the time. */
  public static boolean until(Duration time, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || !pause(PAUSE)) {
        return false;
      }
    }
    return true;
  }

  /** Rests; false when the thread is asked to end. */
  public static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
