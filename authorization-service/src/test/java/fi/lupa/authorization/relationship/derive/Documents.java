package fi.lupa.authorization.relationship.derive;

import fi.lupa.authorization.relationship.document.Block;
import fi.lupa.authorization.relationship.document.Block.Part.Implementer;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.relationship.document.RelationshipDocument;
import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.check.KnownParties;
import fi.lupa.authorization.usageright.check.Refusal;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Blocks and rights for tests of the rules; all of one client and organiser, seen at noon. */
final class Documents {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Oid OTHER = new Oid("1.2.246.10.95000000.10.0");
  static final Oid OTHER_UNIT = new Oid("1.2.246.10.95000000.10.1");

  /** Knows the units of two producers and refuses no subcontractor. */
  static final KnownParties PARTIES =
      new KnownParties() {
        @Override
        public Optional<Oid> ownerOf(Oid unit) {
          return unit.equals(Rights.UNIT)
              ? Optional.of(Rights.PRODUCER)
              : Optional.of(OTHER).filter(other -> unit.equals(OTHER_UNIT));
        }

        @Override
        public Optional<Refusal> refusal(Subcontractor one, UsageRight right) {
          return one.start().isBefore(right.start())
              ? Optional.of(Refusal.SUBCONTRACTOR_OUTSIDE_RIGHT)
              : Optional.empty();
        }
      };

  private Documents() {}

  static RelationshipDocument document(Block... blocks) {
    return new RelationshipDocument(Optional.empty(), "", false, null, List.of(blocks));
  }

  static RelationshipDocument endingOn(String day, Block... blocks) {
    return new RelationshipDocument(
        Optional.empty(), "", false, LocalDate.parse(day), List.of(blocks));
  }

  static Producer block(String start, @Nullable String end, String... services) {
    return new Producer(
        "/block/" + start,
        ServiceTask.OLDER_PEOPLE,
        Rights.UNIT,
        List.of(services),
        LocalDate.parse(start),
        day(end),
        List.of());
  }

  static Producer with(Producer block, Block.Part... parts) {
    return new Producer(
        block.pointer(),
        block.task(),
        block.unit(),
        block.services(),
        block.start(),
        block.end(),
        List.of(parts));
  }

  static Implementer part(String start, @Nullable String end) {
    return new Implementer(
        "/part/" + start, OTHER_UNIT, List.of(), LocalDate.parse(start), day(end));
  }

  static Subcontractor subcontractor(String start, @Nullable String end) {
    return new Subcontractor(OTHER, OTHER_UNIT, List.of(), LocalDate.parse(start), day(end));
  }

  /** The n-th right, granted in the summer. */
  static UsageRight right(int n, String start, @Nullable String end, Subcontractor... parts) {
    return new UsageRight(
        new UsageRightId(new UUID(7, n)),
        1,
        new ClientRef(new UUID(7, 2)),
        Rights.ORGANISER,
        Rights.PRODUCER,
        Rights.UNIT,
        ServiceTask.OLDER_PEOPLE,
        List.of(),
        LocalDate.parse(start),
        day(end),
        Instant.parse("2026-06-01T08:00:00Z"),
        null,
        null,
        EnumSet.of(RightPower.READ),
        null,
        List.of(parts),
        null);
  }

  static Terms terms(UsageRight right, String start, @Nullable String end, String... services) {
    return new Terms(
        List.of(services), LocalDate.parse(start), day(end), right.powers(), null, List.of());
  }

  /** All rights follow the document. */
  static Situation followed(UsageRight... rights) {
    return situation(false, List.of(rights), rights);
  }

  /** None of the rights follows it. */
  static Situation apart(UsageRight... rights) {
    return situation(false, List.of(rights));
  }

  static Situation repeated(UsageRight... rights) {
    return situation(true, List.of(rights), rights);
  }

  private static Situation situation(
      boolean repeated, List<UsageRight> rights, UsageRight... followed) {
    Set<UsageRightId> ids = Set.copyOf(List.of(followed).stream().map(UsageRight::id).toList());
    return new Situation(
        Rights.ORGANISER, new ClientRef(new UUID(7, 2)), rights, ids, PARTIES, repeated, NOW);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
