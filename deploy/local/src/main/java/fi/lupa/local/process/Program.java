package fi.lupa.local.process;

import java.util.List;
import java.util.Map;

/**
 * What is run for a part.
 *
 * @param command program and arguments
 * @param environment variables added to the launcher's own
 */
public record Program(List<String> command, Map<String, String> environment) {

  /** Copies both. */
  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
