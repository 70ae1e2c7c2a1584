package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.SystemFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

/**
 * An organisation's way into the archive, or to a new function of it: all that was done, in order.
 * Its state is what follows from its steps: {@link Progress}.
 *
 * @param functions what will be in use when it is through
 */
public record Onboarding(
    UUID id,
    Oid organisation,
    Situation situation,
    SortedSet<SystemFunction> functions,
    List<StepTaken> steps) {

  /** 1 when started, one more with each step. */
  public int version() {
    return steps.size();
  }

  /** What follows from the steps. */
  public Progress progress() {
    return Progress.of(this);
  }

  /** The same with one step more. */
  public Onboarding with(StepTaken step) {
    List<StepTaken> all = new ArrayList<>(steps);
    all.add(step);
    return new Onboarding(id, organisation, situation, functions, List.copyOf(all));
  }
}
