package fi.lupa.authorization.relationship;

import fi.lupa.authorization.relationship.document.Block;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.relationship.document.RelationshipDocument;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How much one version may ask for: it is done in one transaction, while its caller waits. */
final class SizeRules {
  static final int MOST_PRODUCERS = 100;

  /** As many as a right may name. */
  static final int MOST_SUBCONTRACTORS = 50;

  private SizeRules() {}

  /** What is too many; those that are over don't count. */
  static Optional<Violation> violation(RelationshipDocument document, LocalDate today) {
    List<Block> going = document.blocks().stream().filter(block -> goesOn(block, today)).toList();
    if (going.size() > MOST_PRODUCERS) {
      return Optional.of(
          new Violation(
              "/document/asiakkuusasiakirja/sosiaalihuollon_palvelutehtava",
              "has more than " + MOST_PRODUCERS + " producers that aren't over"));
    }
    return going.stream()
        .filter(block -> block instanceof Producer one && one.parts().size() > MOST_SUBCONTRACTORS)
        .map(block ->
            new Violation(
                block.pointer() + "/palveluntoteuttaja",
                "has more than " + MOST_SUBCONTRACTORS + " subcontractors that aren't over"))
        .findFirst();
  }

  private static boolean goesOn(Block block, LocalDate today) {
    return switch (block) {
      case Block.Past _ -> false;
      case Block.Unclear _ -> true;
      case Producer one -> !one.isOver(today);
    };
  }
}
