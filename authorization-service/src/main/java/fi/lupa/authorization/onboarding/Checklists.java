package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.LocalizedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The preparation tasks of each situation, in the order of {@code codesets/preparation-tasks.yaml}.
 */
public record Checklists(Map<String, Task> tasks) {
  /** A task: what it is, who needs it, and where that is said. */
  public record Task(LocalizedText text, Set<Situation> situations, String source) {}

  /** The tasks of one situation. */
  public Map<String, Task> of(Situation situation) {
    Map<String, Task> some = new LinkedHashMap<>();
    tasks.forEach((key, task) -> {
      if (task.situations().contains(situation)) {
        some.put(key, task);
      }
    });
    return some;
  }
}
