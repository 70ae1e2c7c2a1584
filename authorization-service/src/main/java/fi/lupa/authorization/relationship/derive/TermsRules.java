package fi.lupa.authorization.relationship.derive;

import fi.lupa.authorization.relationship.derive.Derived.Amend;
import fi.lupa.authorization.relationship.derive.Derived.End;
import fi.lupa.authorization.relationship.derive.Derived.Grant;
import fi.lupa.authorization.relationship.derive.Derived.Refused;
import fi.lupa.authorization.relationship.derive.Derived.Same;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a block changes in the right it has. */
final class TermsRules {
  private TermsRules() {}

  /**
   * The terms that the block says, without subcontractors. What has begun stays begun; powers and
   * purchase aren't in a block.
   */
  static Terms wanted(
      Producer block, UsageRight right, @Nullable LocalDate end, Situation situation) {
    return new Terms(
        block.services(),
        situation.isInForce(right) ? right.start() : block.start(),
        end,
        right.powers(),
        right.purchase(),
        List.of());
  }

  static Terms with(Terms terms, List<Subcontractor> subcontractors) {
    return new Terms(
        terms.socialServices(),
        terms.start(),
        terms.end(),
        terms.powers(),
        terms.purchase(),
        subcontractors);
  }

  /** What brings the right to the wanted terms. */
  static List<Derived> change(Producer block, UsageRight right, Terms wanted, Situation situation) {
    boolean sameButEnd =
        Set.copyOf(wanted.socialServices()).equals(Set.copyOf(right.socialServices()))
            && wanted.start().equals(right.start())
            && SubcontractorRules.same(
                wanted.subcontractors(), right.subcontractors(), situation.today());
    if (sameButEnd && Objects.equals(wanted.end(), right.end())) {
      return List.of(new Same(block.pointer(), right));
    }
    if (sameButEnd && isShorter(wanted.end(), right.end())) {
      return List.of(new End(block.pointer(), right, wanted.end()));
    }
    if (!overlaps(right.amended(wanted, situation.now()), situation)) {
      return List.of(new Amend(block.pointer(), right, wanted));
    }
    return situation.isInForce(right)
        ? List.of(new Refused(block.pointer(), "RIGHT_OVERLAPS", right))
        : anew(block, right, wanted);
  }

  /** One that hasn't begun makes room first: the other right may be about to move, too. */
  private static List<Derived> anew(Producer block, UsageRight right, Terms wanted) {
    return List.of(
        new Grant(block.pointer(), block.task(), right.producer(), block.unit(), wanted),
        new End(block.pointer(), right, null));
  }

  private static boolean isShorter(@Nullable LocalDate end, @Nullable LocalDate than) {
    return end != null && (than == null || end.isBefore(than));
  }

  /** With another right of the unit and task; the table would refuse all of the transaction. */
  private static boolean overlaps(UsageRight amended, Situation situation) {
    return situation
        .of(amended.serviceTask(), amended.producerUnit())
        .filter(other -> !other.id().equals(amended.id()) && situation.isLive(other))
        .anyMatch(other -> meet(amended, other));
  }

  private static boolean meet(UsageRight a, UsageRight b) {
    return begins(a.effectiveFrom(), b.effectiveUntil())
        && begins(b.effectiveFrom(), a.effectiveUntil());
  }

  private static boolean begins(Instant from, @Nullable Instant before) {
    return before == null || from.isBefore(before);
  }
}
