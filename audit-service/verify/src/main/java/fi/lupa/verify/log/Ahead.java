package fi.lupa.verify.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work done by all processors, a little ahead, whose findings are told in the order of the work.
 */
final class Ahead {
  private static final int MOST = 4 * ForkJoinPool.getCommonPoolParallelism() + 4;
  private final Deque<CompletableFuture<@Nullable Wrong>> pending = new ArrayDeque<>();

  /**
   * Adds work, or does it itself when others have enough; throws what earlier work has found wrong.
   */
  void add(Supplier<@Nullable Wrong> work) {
    while (!pending.isEmpty() && pending.getFirst().isDone()) {
      finishFirst();
    }
    pending.add(
        pending.size() < MOST
            ? CompletableFuture.supplyAsync(work)
            : CompletableFuture.completedFuture(work.get()));
  }

  /** Waits for all of it; throws the first that is wrong. */
  void settle() {
    while (!pending.isEmpty()) {
      finishFirst();
    }
  }

  private void finishFirst() {
    Wrong wrong = pending.remove().join();
    if (wrong != null) {
      pending.clear();
      throw wrong;
    }
  }
}
