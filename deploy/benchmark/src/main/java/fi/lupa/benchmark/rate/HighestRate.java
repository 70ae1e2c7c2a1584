package fi.lupa.benchmark.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Looks for the highest rate that holds: rises by half until one doesn't, then halves the distance
 * between the highest that did and the lowest that didn't.
 *
 * @param limit that the 99th percentile must not pass
 * @param closer how often the distance is halved
 */
public record HighestRate(Duration limit, int closer) {
  private static final double RISE = 1.5;
  private static final int RISES = 24;

  /** All steps in the order of their rates. */
  public record Found(List<Step> steps, Duration limit) {
    /** The highest step that holds while all lower ones do; empty when the first doesn't. */
    public Optional<Step> highest() {
      Optional<Step> best = Optional.empty();
      for (Step step : steps) {
        if (!step.holds(limit)) {
          return best;
        }
        best = Optional.of(step);
      }
      return best;
    }
  }

  /**
   * Searches.
   *
   * @param first the rate to begin with
   * @param measure runs one rate
   */
  public Found from(double first, DoubleFunction<Step> measure) {
    List<Step> steps = new ArrayList<>();
    double holds = 0;
    double fails = 0;
    for (double rate = first; fails == 0 && steps.size() < RISES; rate *= RISE) {
      Step step = measure.apply(rate);
      steps.add(step);
      if (step.holds(limit)) {
        holds = rate;
      } else {
        fails = rate;
      }
    }
    for (int i = 0; i < closer && fails > 0; i++) {
      double rate = (holds + fails) / 2;
      Step step = measure.apply(rate);
      steps.add(step);
      if (step.holds(limit)) {
        holds = rate;
      } else {
        fails = rate;
      }
    }
    return new Found(steps.stream().sorted(Comparator.comparingDouble(Step::rate)).toList(), limit);
  }
}
