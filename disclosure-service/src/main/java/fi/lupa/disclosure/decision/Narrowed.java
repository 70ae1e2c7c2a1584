package fi.lupa.disclosure.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Usage rights narrowed step by step. The request fails at the step that leaves nothing; every
 * later one then leaves nothing either.
 *
 * @param left what meets every step
 */
record Narrowed(List<Condition> conditions, List<Holding> left) {
  static Narrowed by(List<RightStep> steps, List<Holding> granted) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(new Condition(Rule.RIGHT_GRANTED, !granted.isEmpty(), refs(granted)));
    List<Holding> left = granted;
    for (RightStep step : steps) {
      List<Holding> kept = left.stream().filter(step.holds()).toList();
      conditions.add(
          new Condition(step.rule(), !kept.isEmpty(), refs(kept.isEmpty() ? left : kept)));
      left = kept;
    }
    return new Narrowed(List.copyOf(conditions), left);
  }

  Narrowed and(List<Condition> more) {
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(more);
    return new Narrowed(List.copyOf(all), left);
  }

  static List<FactRef> refs(List<Holding> held) {
    return held.stream().map(one -> FactRef.of(one.right())).distinct().toList();
  }
}
