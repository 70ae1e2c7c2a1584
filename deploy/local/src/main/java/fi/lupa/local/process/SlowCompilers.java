package fi.lupa.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The slow compilers (C2) of JVMs while these start: from the first moment until {@link #close}
 * they get only what nobody else wants of the processors. What they make pays afterwards, but they
 * would take a third of a start for it. Where a thread has no priority of its own (other systems
 * than Linux), or the user may lower a priority but not raise it again, they are left alone.
 */
public final class SlowCompilers implements AutoCloseable {

  /** Their threads' name, as much of it as Linux keeps. */
  private static final String NAME = "C2 CompilerThre";

  private static final String LAST = "19";
  private static final String NORMAL = "0";
  private static final int PAUSE_MILLIS = 100;

  private final Supplier<? extends Collection<Pid>> processes;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread holding;

  /** Holds those of the processes that there are, and of those that come. */
  public SlowCompilers(Supplier<? extends Collection<Pid>> processes) {
    this.processes = processes;
    this.holding = Thread.ofPlatform().daemon().name("slow-compilers").start(this::hold);
  }

  /** From now on they are threads like others. */
  @Override
  public void close() {
    closed.countDown();
    try {
      holding.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hold() {
    if (!mayRaiseAgain()) {
      return;
    }
    var seen = new HashSet<Path>();
    try {
      do {
        renice(LAST, newCompilers(seen));
      } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      release();
    }
  }

  /** A compiler may begin another meanwhile, which inherits its priority: so until none is new. */
  private void release() {
    var seen = new HashSet<Path>();
    List<Path> next;
    do {
      next = newCompilers(seen);
      renice(NORMAL, next);
    } while (!next.isEmpty());
  }

  private static boolean mayRaiseAgain() {
    return Tool.run(
        List.of("bash", "-c", "renice %s -p $$ && renice %s -p $$".formatted(LAST, NORMAL)));
  }

  private static void renice(String priority, List<Path> threads) {
    if (!threads.isEmpty()) {
      var command = new ArrayList<>(List.of("renice", priority, "-p"));
      threads.forEach(thread -> command.add(thread.getFileName().toString()));
      Tool.run(command);
    }
  }

  private List<Path> newCompilers(Set<Path> seen) {
    return processes.get().stream()
        .flatMap(pid -> threads(pid).stream())
        .filter(thread -> !seen.contains(thread))
        .filter(thread -> {
          String name = name(thread);
          // a thread gets its name a moment after it begins
          if (!name.isEmpty() && !name.equals("java")) {
            seen.add(thread);
          }
          return name.equals(NAME);
        })
        .toList();
  }

  private static List<Path> threads(Pid pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", "" + pid.number(), "task"))) {
      return threads.toList();
    } catch (IOException | UncheckedIOException ended) {
      return List.of();
    }
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException ended) {
      return "";
    }
  }
}
