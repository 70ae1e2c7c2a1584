package fi.lupa.authorization.onboarding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step asked for, with what belongs to it. Which members a step has is said by the contract.
 *
 * @param evidence null only for steps that Lupa takes by itself
 * @param task key of {@code codesets/preparation-tasks.yaml}
 */
public record StepOrder(
    Step step,
    @Nullable Evidence evidence,
    @Nullable String task,
    @Nullable Application application,
    @Nullable Certificate certificate,
    @Nullable LocalDate plannedOn,
    @Nullable LocalDate ranOn,
    @Nullable Findings findings) {

  /** A step that has nothing of its own. */
  public static StepOrder plain(Step step, @Nullable Evidence evidence) {
    return new StepOrder(step, evidence, null, null, null, null, null, null);
  }
}
