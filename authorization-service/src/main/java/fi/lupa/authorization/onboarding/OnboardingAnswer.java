package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.SystemFunction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An onboarding as it is answered.
 *
 * @param next the step that comes next; null when none does
 * @param checklist every task of the situation, done or not
 * @param certificate the newest one
 */
public record OnboardingAnswer(
    UUID id,
    int version,
    Oid organisation,
    Situation situation,
    Set<SystemFunction> functions,
    OnboardingState state,
    @Nullable Step next,
    List<Task> checklist,
    @Nullable Certificate certificate,
    List<Watched> deadlines,
    List<Taken> steps) {

  /** A task of the checklist. */
  public record Task(String task, LocalizedText text, String source, boolean done) {}

  /** A deadline and how it stands now. */
  public record Watched(
      Deadline.Kind deadline, LocalDate dueOn, Deadline.State state, @Nullable Instant metAt) {
    public static Watched of(Deadline deadline, Instant now) {
      return new Watched(deadline.kind(), deadline.dueOn(), deadline.state(now), deadline.metAt());
    }
  }

  /** A step with who, when and what shows it. */
  public record Taken(
      int number,
      Step step,
      Instant at,
      StepTaken.@Nullable By by,
      @Nullable Evidence evidence,
      @Nullable String task,
      @Nullable Application application,
      @Nullable Certificate certificate,
      @Nullable LocalDate plannedOn,
      @Nullable LocalDate ranOn,
      @Nullable Findings findings) {
    static Taken of(StepTaken taken) {
      StepOrder order = taken.order();
      return new Taken(
          taken.number(),
          order.step(),
          taken.at(),
          taken.by(),
          order.evidence(),
          order.task(),
          order.application(),
          order.certificate(),
          order.plannedOn(),
          order.ranOn(),
          order.findings());
    }
  }

  /**
   * @param tasks of the onboarding's situation
   */
  public static OnboardingAnswer of(
      Onboarding onboarding, Map<String, Checklists.Task> tasks, Instant now) {
    Progress progress = onboarding.progress();
    return new OnboardingAnswer(
        onboarding.id(),
        onboarding.version(),
        onboarding.organisation(),
        onboarding.situation(),
        onboarding.functions(),
        progress.state(),
        progress.next(tasks.keySet()),
        tasks.entrySet().stream().map(task -> task(task, progress)).toList(),
        progress.certificate(),
        DeadlineRules.of(progress).stream().map(one -> Watched.of(one, now)).toList(),
        onboarding.steps().stream().map(Taken::of).toList());
  }

  private static Task task(Map.Entry<String, Checklists.Task> entry, Progress progress) {
    Checklists.Task task = entry.getValue();
    boolean done = progress.tasks().contains(entry.getKey());
    return new Task(entry.getKey(), task.text(), task.source(), done);
  }
}
