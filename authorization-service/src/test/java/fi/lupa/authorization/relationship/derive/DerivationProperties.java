package fi.lupa.authorization.relationship.derive;

import static fi.lupa.authorization.relationship.derive.Documents.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.relationship.derive.Derived.Amend;
import fi.lupa.authorization.relationship.derive.Derived.End;
import fi.lupa.authorization.relationship.derive.Derived.Grant;
import fi.lupa.authorization.relationship.derive.Derived.Refused;
import fi.lupa.authorization.relationship.derive.Derived.Same;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.relationship.document.RelationshipDocument;
import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever versions follow each other: the rights are as the newest one says. */
class DerivationProperties {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final int DAYS = 12;

  /** The rights as versions leave them behind. */
  private final List<UsageRight> rights = new ArrayList<>();

  private int granted;

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theRightsAreAsTheNewestVersionSays(@ForAll("versions") List<RelationshipDocument> versions) {
    for (RelationshipDocument version : versions) {
      List<Derived> derived = DerivationRules.derive(version, situation());
      apply(derived);
      Set<LocalDate> told = daysOfBlocks(version);
      assertThat(derived).noneMatch(Refused.class::isInstance);
      assertThat(daysOfRights()).as("every day that a block tells of").isEqualTo(told);
      assertThat(DerivationRules.derive(version, situation()))
          .as("a second time nothing is left to do")
          .allMatch(Same.class::isInstance);
    }
  }

  @Provide
  Arbitrary<List<RelationshipDocument>> versions() {
    return version().list().ofMinSize(1).ofMaxSize(4);
  }

  /** Blocks one after the other, in any order, of which the last may go on. */
  private static Arbitrary<RelationshipDocument> version() {
    Arbitrary<List<Integer>> cuts =
        Arbitraries.integers()
            .between(-DAYS / 2, DAYS)
            .set()
            .ofMaxSize(6)
            .map(set -> set.stream().sorted().toList());
    return cuts.flatMap(days ->
        Arbitraries.of(true, false)
            .flatMap(open ->
                Arbitraries.shuffle(blocks(days, open))
                    .map(blocks -> Documents.document(blocks.toArray(Producer[]::new)))));
  }

  private static List<Producer> blocks(List<Integer> cuts, boolean open) {
    List<Producer> blocks =
        IntStream.range(0, cuts.size() / 2)
            .mapToObj(i -> block(cuts.get(2 * i), cuts.get(2 * i + 1)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (open && cuts.size() % 2 == 1) {
      blocks.add(block(cuts.getLast(), null));
    }
    return blocks;
  }

  private static Producer block(int first, Integer last) {
    String end = last == null ? null : TODAY.plusDays(last).toString();
    String service = first % 3 == 0 ? "85" : "93";
    return Documents.block(TODAY.plusDays(first).toString(), end, service);
  }

  private Situation situation() {
    return Documents.followed(rights.toArray(UsageRight[]::new));
  }

  /** As the acts do: ends first, then amendments, then grants. */
  private void apply(List<Derived> derived) {
    derived.stream()
        .sorted(
            Comparator.<Derived>comparingInt(
                    one -> one instanceof End ? 0 : one instanceof Amend ? 1 : 2)
                .thenComparing(DerivationProperties::start, Comparator.reverseOrder()))
        .forEach(one -> {
          switch (one) {
            case End(_, UsageRight right, LocalDate on) ->
                become(
                    on == null
                        ? right.endedAt(NOW, RightEndReason.RELATIONSHIP_ENDED)
                        : right.endingOn(on, RightEndReason.RELATIONSHIP_ENDED));
            case Amend(_, UsageRight right, var terms) -> become(right.amended(terms, NOW));
            case Grant grant -> rights.add(granted(grant));
            case Same _, Refused _ -> {}
          }
          noTwoRightsMeet();
        });
  }

  private static LocalDate start(Derived one) {
    return one instanceof Amend amend ? amend.terms().start() : LocalDate.EPOCH;
  }

  private void become(UsageRight next) {
    rights.replaceAll(right -> right.id().equals(next.id()) ? next : right);
  }

  private UsageRight granted(Grant grant) {
    granted++;
    List<Subcontractor> none = List.of();
    return new UsageRight(
        new UsageRightId(new UUID(8, granted)),
        1,
        new ClientRef(new UUID(7, 2)),
        Rights.ORGANISER,
        grant.producer(),
        grant.unit(),
        ServiceTask.OLDER_PEOPLE,
        grant.terms().socialServices(),
        grant.terms().start(),
        grant.terms().end(),
        NOW,
        null,
        null,
        EnumSet.allOf(RightPower.class),
        null,
        none,
        null);
  }

  /** What the table would refuse. */
  private void noTwoRightsMeet() {
    for (LocalDate day : days()) {
      Instant noon = NOW.plus(ChronoUnit.DAYS.between(TODAY, day), ChronoUnit.DAYS);
      assertThat(rights.stream().filter(right -> isInForce(right, noon)).count())
          .isLessThanOrEqualTo(1);
    }
  }

  /** Days from tomorrow on; today a right may still be ended at once. */
  private static List<LocalDate> days() {
    return IntStream.rangeClosed(1, DAYS + 3).mapToObj(TODAY::plusDays).toList();
  }

  private Set<LocalDate> daysOfRights() {
    return days().stream()
        .filter(day -> {
          Instant noon = NOW.plus(ChronoUnit.DAYS.between(TODAY, day), ChronoUnit.DAYS);
          return rights.stream().anyMatch(right -> isInForce(right, noon));
        })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<LocalDate> daysOfBlocks(RelationshipDocument version) {
    return days().stream()
        .filter(day ->
            version.blocks().stream()
                .map(Producer.class::cast)
                .anyMatch(block ->
                    !day.isBefore(block.start())
                        && (block.end() == null || !day.isAfter(block.end()))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isInForce(UsageRight right, Instant at) {
    return !at.isBefore(right.effectiveFrom())
        && (right.effectiveUntil() == null || at.isBefore(right.effectiveUntil()));
  }
}
