package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.batch.work.Chunks.Finished;
import fi.lupa.authorization.usageright.batch.work.LineResult.Done;
import fi.lupa.authorization.usageright.batch.work.WorkStore.Behind;
import fi.lupa.authorization.usageright.batch.work.WorkStore.DoneLine;
import fi.lupa.platform.fence.Fence;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps up to which line record queries see what a batch has done. What was pushed is seen; what
 * couldn't be pushed, or wasn't because the service was killed, comes by Kafka and is asked for.
 */
@Component
class Effective {
  private static final int SOME = 250;
  private static final int AT_ONCE = 8;

  private final WorkStore store;
  private final Fence fence;

  /** They take turns: one that can't be seen for some reason must not hold up the others. */
  private volatile UUID last = new UUID(0, 0);

  Effective(WorkStore store, Fence fence) {
    this.store = store;
    this.fence = fence;
  }

  /** Puts a committed chunk in force. */
  Mono<Void> push(Finished chunk) {
    List<Integer> done =
        chunk.results().stream().filter(Done.class::isInstance).map(LineResult::line).toList();
    return done.isEmpty()
        ? Mono.empty()
        : fence
            .pushMany(chunk.events())
            .flatMap(taken ->
                taken == 0
                    ? Mono.empty()
                    : store.mark(
                        chunk.batch(),
                        chunk.from(),
                        taken == done.size()
                            ? chunk.results().getLast().line()
                            : done.get(taken - 1)));
  }

  /** Asks for some that aren't known to be in force; gives whether it found any that are now. */
  Mono<Boolean> look() {
    return store
        .behind(last)
        .doOnNext(behind -> last = behind.id())
        .flatMap(behind -> store.toLookAt(behind, SOME).flatMap(lines -> look(behind, lines)))
        .defaultIfEmpty(false);
  }

  private Mono<Boolean> look(Behind behind, List<DoneLine> lines) {
    return Flux.fromIterable(lines)
        .flatMapSequential(this::inForce, AT_ONCE)
        .takeWhile(seen -> seen)
        .count()
        .flatMap(seen -> {
          if (seen == 0 && !lines.isEmpty()) {
            return Mono.just(false);
          }
          boolean all = seen == lines.size() && seen < SOME;
          int to = all ? behind.reached() : lines.get(seen.intValue() - 1).line();
          return store.mark(behind.id(), behind.effectiveTo(), to).thenReturn(true);
        });
  }

  private Mono<Boolean> inForce(DoneLine line) {
    return fence.inForce("usage-right", line.right(), line.version());
  }
}
