package fi.lupa.authorization.relationship.derive;

import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.usageright.UsageRight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which right a block speaks of. Both are of the same unit and task; a unit may have several of
 * them one after the other, so the start tells them apart. Where no start is the same it has been
 * corrected, or the right was granted otherwise: then what has begun goes with what has begun.
 */
final class MatchingRules {
  private MatchingRules() {}

  /** For each block that has one its right; no right twice. */
  static Map<Producer, UsageRight> match(List<Producer> blocks, Situation situation) {
    Map<Producer, UsageRight> found = new IdentityHashMap<>();
    List<UsageRight> free = new ArrayList<>(situation.live());
    free.sort(Comparator.comparing(UsageRight::effectiveFrom));
    pair(blocks, free, found, (block, right) -> block.start().equals(right.start()));
    List<Producer> current =
        blocks.stream().filter(block -> !block.isOver(situation.today())).toList();
    pair(
        current,
        free,
        found,
        (block, right) -> situation.isInForce(right) && begun(block, situation));
    pair(current, free, found, (block, right) -> !situation.isInForce(right));
    return found;
  }

  private static void pair(
      List<Producer> blocks,
      List<UsageRight> free,
      Map<Producer, UsageRight> found,
      BiPredicate<Producer, UsageRight> fits) {
    for (Producer block : blocks) {
      if (!found.containsKey(block)) {
        Optional<UsageRight> right =
            free.stream().filter(one -> isOf(block, one) && fits.test(block, one)).findFirst();
        right.ifPresent(one -> {
          found.put(block, one);
          free.remove(one);
        });
      }
    }
  }

  private static boolean isOf(Producer block, UsageRight right) {
    return right.serviceTask() == block.task() && right.producerUnit().equals(block.unit());
  }

  private static boolean begun(Producer block, Situation situation) {
    return !block.start().isAfter(situation.today());
  }
}
