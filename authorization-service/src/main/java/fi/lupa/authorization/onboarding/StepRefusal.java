package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.SystemFunction;
import fi.lupa.platform.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a step can't be taken.
 *
 * @param missing steps or functions that are missing
 * @param missingTasks tasks of the checklist that are missing
 */
public record StepRefusal(String code, List<String> missing, List<String> missingTasks) {
  static StepRefusal of(String code) {
    return new StepRefusal(code, List.of(), List.of());
  }

  static StepRefusal outOfOrder(List<Step> missing, Collection<String> tasks) {
    return new StepRefusal(
        "STEP_OUT_OF_ORDER",
        missing.stream().map(Enum::name).toList(),
        List.copyOf(new TreeSet<>(tasks)));
  }

  static StepRefusal lacks(Set<SystemFunction> functions) {
    return new StepRefusal(
        "CERTIFICATE_LACKS_FUNCTION",
        functions.stream().sorted().map(Enum::name).toList(),
        List.of());
  }

  /** The refusal as it is answered. */
  public Problem problem() {
    Problem problem = Problem.of(code);
    if (!missing.isEmpty()) {
      problem.with("missing", missing);
    }
    if (!missingTasks.isEmpty()) {
      problem.with("missingTasks", missingTasks);
    }
    return problem;
  }
}
