package fi.lupa.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One process, told apart from a later one with the same number by the moment it began.
 *
 * @param number the process id
 * @param began clock ticks from the machine's start to the process's on Linux, else milliseconds
 *     since 1970. Ticks don't move when the machine's clock is set, unlike the time of day.
 */
public record Pid(long number, long began) {

  private static final int STATE = 0;
  private static final int THREADS = 17;
  private static final int START_TICKS = 19;

  /** The process that has this number now, unless it has ended. */
  public static Optional<Pid> of(long number) {
    return began(number).map(began -> new Pid(number, began));
  }

  /** Whether exactly this process still runs. A dead one that nobody has collected does not. */
  public boolean isAlive() {
    return of(number).filter(this::equals).isPresent();
  }

  /** The running process, if it still runs. */
  public Optional<ProcessHandle> handle() {
    return isAlive() ? ProcessHandle.of(number) : Optional.empty();
  }

  private static Optional<Long> began(long number) {
    Path stat = Path.of("/proc", Long.toString(number), "stat");
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      return ProcessHandle.of(number)
          .filter(ProcessHandle::isAlive)
          .flatMap(handle -> handle.info().startInstant().map(Instant::toEpochMilli));
    }
    try {
      String line = Files.readString(stat);
      // the name in brackets may itself hold blanks and brackets
      List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
      return isOver(fields) ? Optional.empty() : Optional.of(Long.valueOf(fields.get(START_TICKS)));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /**
   * A process that ends can show itself as dead while some of its threads still end; until the last
   * one has, it holds its ports and locks.
   */
  private static boolean isOver(List<String> fields) {
    String state = fields.get(STATE);
    boolean dead = state.equals("Z") || state.equals("X");
    return dead && Integer.parseInt(fields.get(THREADS)) <= 1;
  }
}
