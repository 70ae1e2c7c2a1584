package fi.lupa.local.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Ends parts: politely first, then by force. Only processes named by a pid file are touched. */
public final class Stopper {

  /** A part that hasn't ended by then is killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The stores go last, so that services can finish what they have in hand. */
  private static final List<String> LAST = List.of("kafka", "postgres");

  private final PidFiles pids;

  /** For the parts of these files. */
  public Stopper(PidFiles pids) {
    this.pids = pids;
  }

  /** Ends every part that runs. Gives the number of those that did. */
  public int stopAll() {
    SortedMap<String, Pid> all = pids.all();
    Map<Boolean, List<String>> byOrder =
        all.keySet().stream()
            .collect(Collectors.partitioningBy(name -> LAST.stream().anyMatch(name::startsWith)));
    int running = (int) all.values().stream().filter(Pid::isAlive).count();
    stop(byOrder.getOrDefault(false, List.of()));
    stop(byOrder.getOrDefault(true, List.of()));
    return running;
  }

  /** Ends some parts together and forgets them. */
  public void stop(Collection<String> parts) {
    List<String> names = parts.stream().map(pids::setAside).toList();
    List<Pid> ending = names.stream().flatMap(name -> pids.running(name).stream()).toList();
    names.forEach(name -> pids.running(name).ifPresent(pid -> politely(name).send(pid)));
    if (!Waiting.until(PATIENCE, () -> ending.stream().noneMatch(Pid::isAlive))) {
      ending.forEach(Signal.KILL::send);
      Waiting.until(PATIENCE, () -> ending.stream().noneMatch(Pid::isAlive));
    }
    names.forEach(pids::delete);
  }

  /** Ends one part like a power cut and forgets it. */
  public void kill(String part) {
    String name = pids.setAside(part);
    pids.running(name)
        .ifPresent(pid -> {
          Signal.KILL.send(pid);
          Waiting.until(PATIENCE, () -> !pid.isAlive());
        });
    pids.delete(name);
  }

  private static Signal politely(String name) {
    return name.startsWith("postgres") ? Signal.INT : Signal.TERM;
  }
}
