package fi.lupa.authorization.relationship.derive;

import fi.lupa.authorization.relationship.derive.Derived.End;
import fi.lupa.authorization.relationship.derive.Derived.Grant;
import fi.lupa.authorization.relationship.derive.Derived.Refused;
import fi.lupa.authorization.relationship.derive.Derived.Same;
import fi.lupa.authorization.relationship.document.Block;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.relationship.document.RelationshipDocument;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the newest version of a client relationship document means for the rights (domain sheet 1.1
 * and 1.4): the rights come to be as its blocks say. Each block is decided alone.
 */
public final class DerivationRules {
  /** Ends that the organiser ordered for a reason that no document knows; none takes them back. */
  private static final Set<RightEndReason> ORDERED =
      EnumSet.of(
          RightEndReason.CONTRACT_ENDED, RightEndReason.GRANTED_IN_ERROR, RightEndReason.OTHER);

  private static final Comparator<Producer> LATER_FIRST =
      Comparator.comparing(Producer::start).reversed();

  private DerivationRules() {}

  /** In the order of the document, after them rights that it doesn't tell of. */
  public static List<Derived> derive(RelationshipDocument document, Situation situation) {
    List<Producer> producers =
        document.blocks().stream()
            .filter(Producer.class::isInstance)
            .map(Producer.class::cast)
            .toList();
    Map<Producer, UsageRight> matched = MatchingRules.match(producers, situation);
    List<Derived> untold =
        situation.repeated() ? List.of() : untold(document, matched.values(), situation);
    Map<Producer, List<Derived>> decided = decided(producers, matched, situation.after(untold));
    List<Derived> all = new ArrayList<>();
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Past(String pointer) -> all.add(new Same(pointer, null));
        case Block.Unclear(String pointer, String code, _, _) ->
            all.add(new Refused(pointer, code, null));
        case Producer producer -> all.addAll(Objects.requireNonNull(decided.get(producer)));
      }
    }
    all.addAll(untold);
    return all;
  }

  /** The later ones first: what moves away makes room for what is lengthened. */
  private static Map<Producer, List<Derived>> decided(
      List<Producer> producers, Map<Producer, UsageRight> matched, Situation situation) {
    Map<Producer, List<Derived>> decided = new IdentityHashMap<>();
    Situation now = situation;
    for (Producer one : producers.stream().sorted(LATER_FIRST).toList()) {
      UsageRight right = matched.get(one);
      List<Derived> result = right == null ? withoutRight(one, now) : withRight(one, right, now);
      decided.put(one, result);
      now = now.after(result);
    }
    return decided;
  }

  private static List<Derived> withoutRight(Producer block, Situation situation) {
    if (block.isOver(situation.today())) {
      return List.of(new Same(block.pointer(), null));
    }
    Optional<UsageRight> ended = endedLast(block, situation);
    if (ended.isPresent() && situation.repeated()) {
      return List.of(new Same(block.pointer(), ended.get()));
    }
    if (ended.filter(DerivationRules::isOrdered).isPresent()) {
      return List.of(new Refused(block.pointer(), "RIGHT_ALREADY_ENDED", ended.get()));
    }
    Optional<Oid> producer = situation.parties().ownerOf(block.unit());
    if (producer.isEmpty()) {
      return List.of(new Refused(block.pointer() + "/palveluyksikon_nimi", "UNIT_UNKNOWN", null));
    }
    UsageRight bare = bare(block, producer.get(), situation);
    SubcontractorRules.Parts parts = SubcontractorRules.of(block, bare, situation.parties());
    Terms terms = TermsRules.with(bare.terms(), parts.named());
    return with(
        new Grant(block.pointer(), block.task(), producer.get(), block.unit(), terms), parts);
  }

  /** The right that ended last in the block's time. */
  private static Optional<UsageRight> endedLast(Producer block, Situation situation) {
    return situation
        .of(block.task(), block.unit())
        .filter(right -> !situation.isLive(right) && !endDay(right).isBefore(block.start()))
        .max(Comparator.comparing(DerivationRules::until));
  }

  private static boolean isOrdered(UsageRight right) {
    return right.endReason() != null && ORDERED.contains(right.endReason());
  }

  private static Instant until(UsageRight ended) {
    return Objects.requireNonNull(ended.effectiveUntil());
  }

  /** The day on which it still had effect at last. */
  private static LocalDate endDay(UsageRight ended) {
    return FinnishDays.dayOf(until(ended).minusNanos(1000));
  }

  private static UsageRight bare(Producer block, Oid producer, Situation situation) {
    return new UsageRight(
        new UsageRightId(new UUID(0, 0)),
        1,
        situation.client(),
        situation.organiser(),
        producer,
        block.unit(),
        block.task(),
        block.services(),
        block.start(),
        block.end(),
        situation.now(),
        null,
        null,
        EnumSet.allOf(RightPower.class),
        null,
        List.of(),
        null);
  }

  private static List<Derived> withRight(Producer block, UsageRight right, Situation situation) {
    LocalDate today = situation.today();
    if (situation.repeated()) {
      return List.of(new Same(block.pointer(), right));
    }
    if (block.isOver(today)) {
      // A last day that was set before is lasted through.
      boolean asSet = today.equals(block.end()) && today.equals(right.end());
      return List.of(
          asSet ? new Same(block.pointer(), right) : new End(block.pointer(), right, null));
    }
    Terms bare = TermsRules.wanted(block, right, lastDay(block, right), situation);
    SubcontractorRules.Parts parts =
        SubcontractorRules.of(block, right.amended(bare, situation.now()), situation.parties());
    Terms wanted = TermsRules.with(bare, parts.named());
    List<Derived> all = new ArrayList<>(TermsRules.change(block, right, wanted, situation));
    all.addAll(parts.refused());
    return all;
  }

  /** The block's, but never later than one that was set otherwise. */
  private static @Nullable LocalDate lastDay(Producer block, UsageRight right) {
    LocalDate set = right.end();
    boolean later = set != null && (block.end() == null || block.end().isAfter(set));
    return isOrdered(right) && later ? set : block.end();
  }

  /** What becomes of the rights that no block tells of. */
  private static List<Derived> untold(
      RelationshipDocument document, Collection<UsageRight> told, Situation situation) {
    return situation.live().stream()
        .filter(right -> !told.contains(right))
        .flatMap(right -> untold(right, document, situation).stream())
        .toList();
  }

  private static Optional<Derived> untold(
      UsageRight right, RelationshipDocument document, Situation situation) {
    if (isPerhapsToldOf(right, document)) {
      return Optional.empty();
    }
    LocalDate last = document.end();
    if (situation.followed().contains(right.id())
        || (last != null && !last.isAfter(situation.today()))) {
      return Optional.of(new End(null, right, null));
    }
    boolean outlives = last != null && (right.end() == null || right.end().isAfter(last));
    return outlives
        ? Optional.of(new End(null, right, right.start().isAfter(last) ? null : last))
        : Optional.empty();
  }

  /** By a block that can't be read. */
  private static boolean isPerhapsToldOf(UsageRight right, RelationshipDocument document) {
    return document.blocks().stream()
        .anyMatch(block ->
            block instanceof Block.Unclear(_, _, var task, var unit)
                && (task == null || task == right.serviceTask())
                && (unit == null || unit.equals(right.producerUnit())));
  }

  private static List<Derived> with(Derived block, SubcontractorRules.Parts parts) {
    List<Derived> all = new ArrayList<>();
    all.add(block);
    all.addAll(parts.refused());
    return all;
  }
}
