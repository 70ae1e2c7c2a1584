package fi.lupa.authorization.usageright.batch.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What may be done together. Acts on different clients' rights don't touch each other; those of one
 * client go in the order of their lines. So the first acts of all clients make a wave, then the
 * second ones, and so on, and within a wave the order doesn't matter.
 */
final class WaveRules {
  private WaveRules() {}

  /**
   * @param lines in their order
   * @param whose what a line touches: lines of the same never share a wave
   */
  static <T> List<List<T>> waves(List<T> lines, Function<T, ?> whose) {
    List<List<T>> waves = new ArrayList<>();
    Map<Object, Integer> next = new HashMap<>();
    for (T line : lines) {
      int wave = next.merge(whose.apply(line), 1, Integer::sum) - 1;
      if (wave == waves.size()) {
        waves.add(new ArrayList<>());
      }
      waves.get(wave).add(line);
    }
    return waves;
  }
}
