package fi.lupa.authorization.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In whatever order steps are asked for, only the right order gets through. */
class StepOrderProperties {
  @Property(tries = 3000)
  void aStepIsTakenInItsOrderOrRefusedWithWhatIsMissing(
      @ForAll Situation situation, @ForAll("steps") List<Step> asked) {
    Walk walk = new Walk(situation);
    List<Step> path = situation.path();
    int reached = 1;
    int tasks = 0;
    for (Step step : asked) {
      StepOrder order = step == Step.PREPARATION && tasks == 1 ? Walk.task("B") : walk.order(step);
      int version = walk.onboarding().version();
      Optional<StepRefusal> refusal = walk.attempt(order);
      if (!path.contains(step)) {
        assertThat(refusal.orElseThrow().code())
            .isEqualTo(reached == path.size() ? "ONBOARDING_CLOSED" : "STEP_NOT_NEEDED");
      } else if (reached == path.size()) {
        boolean renewal = step == Step.CERTIFICATE_RECORDED;
        assertThat(refusal.isEmpty()).isEqualTo(renewal);
      } else if (path.indexOf(step) > reached) {
        assertThat(refusal.orElseThrow().code()).isEqualTo("STEP_OUT_OF_ORDER");
        assertThat(refusal.orElseThrow().missing())
            .isEqualTo(path.subList(reached, path.indexOf(step)).stream().map(Enum::name).toList());
      } else if (path.indexOf(step) == reached) {
        assertThat(refusal).isEmpty();
        tasks += step == Step.PREPARATION ? 1 : 0;
        reached += step == Step.PREPARATION && tasks < 2 ? 0 : 1;
      } else {
        boolean again =
            step == Step.CERTIFICATE_RECORDED
                || step == Step.TEST_PLANNED && path.get(reached) == Step.TEST_RUN;
        assertThat(refusal.isEmpty()).isEqualTo(again);
      }
      assertThat(walk.onboarding().version()).isEqualTo(version + (refusal.isEmpty() ? 1 : 0));
      assertThat(walk.progress().next(Walk.CHECKLIST))
          .isEqualTo(reached == path.size() ? null : path.get(reached));
    }
    assertThat(walk.progress().state())
        .isEqualTo(reached == path.size() ? OnboardingState.IN_PRODUCTION : OnboardingState.OPEN);
  }

  /** Mostly the way forward, so that every place on it is come to. */
  @Provide
  Arbitrary<List<Step>> steps() {
    List<Step> whole = Situation.PUBLIC.path();
    Arbitrary<Step> any = Arbitraries.of(whole.subList(1, whole.size()));
    return Arbitraries.integers()
        .between(0, 11)
        .flatMap(far ->
            any.list()
                .ofMaxSize(12)
                .map(rest -> {
                  List<Step> all = new java.util.ArrayList<>();
                  all.add(Step.PREPARATION);
                  all.addAll(whole.subList(1, far == 0 ? 1 : far));
                  all.addAll(rest);
                  return all;
                }));
  }
}
