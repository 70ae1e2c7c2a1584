package fi.lupa.local.part;

import fi.lupa.local.process.Pid;
import fi.lupa.local.process.Program;
import java.util.List;
import java.util.Optional;

/** One process of a local Lupa. */
public interface Part {

  /** Its name in commands, process files and logs. */
  String name();

  /** The ports it listens on, the one that callers use first. */
  List<Integer> ports();

  /** Does what is needed before a start (unpacks, makes a new store) and says what to run. */
  Program prepare();

  /** Whether its process does its work already. */
  boolean isReady(Pid pid);

  /** What would make its next starts quicker and isn't there yet. */
  default Optional<Training> training() {
    return Optional.empty();
  }
}
