package fi.lupa.authorization.relationship.derive;

import fi.lupa.authorization.relationship.derive.Derived.Refused;
import fi.lupa.authorization.relationship.document.Block.Part;
import fi.lupa.authorization.relationship.document.Block.Part.Implementer;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.check.KnownParties;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subcontractors of a block: each is decided alone, one that can't be is left out. */
final class SubcontractorRules {
  private SubcontractorRules() {}

  /**
   * What comes of a block's subcontractors.
   *
   * @param refused those left out, and why
   */
  record Parts(List<Subcontractor> named, List<Derived> refused) {}

  /**
   * @param right as it would be without subcontractors
   */
  static Parts of(Producer block, UsageRight right, KnownParties parties) {
    Set<Subcontractor> named = new LinkedHashSet<>();
    List<Derived> refused = new ArrayList<>();
    for (Part part : block.parts()) {
      switch (part) {
        case Part.Unclear(String pointer, String code) ->
            refused.add(new Refused(pointer, code, null));
        case Implementer one -> {
          Optional<Oid> owner = parties.ownerOf(one.unit());
          if (owner.isEmpty()) {
            refused.add(new Refused(one.pointer(), "UNIT_UNKNOWN", null));
          } else {
            Subcontractor subcontractor = subcontractor(one, owner.get(), block, right);
            parties
                .refusal(subcontractor, right)
                .ifPresentOrElse(
                    refusal -> refused.add(new Refused(one.pointer(), refusal.name(), null)),
                    () -> named.add(subcontractor));
          }
        }
      }
    }
    return new Parts(List.copyOf(named), refused);
  }

  /** Its days are those of its part, but within the right's where the block's own are wider. */
  private static Subcontractor subcontractor(
      Implementer one, Oid owner, Producer block, UsageRight right) {
    boolean startsInBlock = !one.start().isBefore(block.start());
    boolean endsInBlock = block.end() == null || !isAfter(one.end(), block.end());
    return new Subcontractor(
        owner,
        one.unit(),
        one.services(),
        startsInBlock && one.start().isBefore(right.start()) ? right.start() : one.start(),
        endsInBlock && right.end() != null && isAfter(one.end(), right.end())
            ? right.end()
            : one.end());
  }

  private static boolean isAfter(@Nullable LocalDate day, LocalDate last) {
    return day != null && day.isAfter(last);
  }

  /** Whether two lists name the same parts, of those that aren't over. */
  static boolean same(List<Subcontractor> a, List<Subcontractor> b, LocalDate today) {
    return current(a, today).equals(current(b, today));
  }

  private static Set<Subcontractor> current(List<Subcontractor> all, LocalDate today) {
    Set<Subcontractor> current = new LinkedHashSet<>(all);
    current.removeIf(one -> one.end() != null && !one.end().isAfter(today));
    return current;
  }
}
