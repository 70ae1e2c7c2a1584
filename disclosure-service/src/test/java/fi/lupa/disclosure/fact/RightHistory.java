package fi.lupa.disclosure.fact;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser, its producer and its subcontractor live through with one right, as events on
 * one side and as plain truth on the other: who may read or write on which day. The truth is kept
 * by hand at each happening and never looks at an event.
 */
final class RightHistory {
  static final Oid ORGANISER = Oids.organisation(81_000_001);
  static final Oid PRODUCER = Oids.organisation(81_000_002);
  static final Oid SUBCONTRACTOR = Oids.organisation(81_000_003);
  private static final List<Oid> ALL = List.of(ORGANISER, PRODUCER, SUBCONTRACTOR);
  private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

  final List<Event> events = new ArrayList<>();
  LocalDate today = LocalDate.parse("2026-11-22");
  private final Random random;
  private final Map<Oid, OrganisationStatus> statuses = new HashMap<>();
  private final Map<Oid, Long> versions = new HashMap<>();
  private @Nullable Truth right;
  private @Nullable UsageRightChanged newest;

  /** The right as everybody remembers it. */
  private static final class Truth {
    boolean over;
    LocalDate first = LocalDate.EPOCH;
    @Nullable LocalDate last;
    Set<RightPower> powers = Set.of();
    @Nullable LocalDate partFirst;
    @Nullable LocalDate partLast;
  }

  RightHistory(Random random) {
    this.random = random;
    ALL.forEach(one -> become(one, OrganisationStatus.JOINED));
  }

  void live(int happenings) {
    for (int i = 0; i < happenings; i++) {
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> grantOrAmend();
        case 3 -> endAtOnce(RightEndReason.OTHER);
        case 4 -> endOn(today.plusDays(random.nextInt(3)));
        case 5 -> endAtOnce(RightEndReason.RELATIONSHIP_ENDED);
        case 6 -> toggle(ALL.get(random.nextInt(3)));
        default -> dayPasses();
      }
    }
  }

  boolean may(Oid who, RightPower power) {
    Truth truth = right;
    if (truth == null || truth.over || !truth.powers.contains(power)) {
      return false;
    }
    boolean joined =
        statuses.get(ORGANISER) == OrganisationStatus.JOINED
            && statuses.get(PRODUCER) == OrganisationStatus.JOINED
            && statuses.get(who) == OrganisationStatus.JOINED;
    boolean days = isBetween(truth.first, truth.last);
    boolean part =
        !who.equals(SUBCONTRACTOR)
            || (truth.partFirst != null && isBetween(truth.partFirst, truth.partLast));
    return joined && days && part && !who.equals(ORGANISER);
  }

  Instant now() {
    return today.atTime(12, 0).atZone(FINLAND).toInstant();
  }

  private boolean isBetween(LocalDate first, @Nullable LocalDate last) {
    return !today.isBefore(first) && (last == null || !today.isAfter(last));
  }

  private boolean canAct() {
    return statuses.get(ORGANISER) == OrganisationStatus.JOINED
        && statuses.get(PRODUCER) == OrganisationStatus.JOINED;
  }

  private boolean alive() {
    return right != null && !right.over && (right.last == null || !today.isAfter(right.last));
  }

  private void grantOrAmend() {
    if (!canAct()) {
      return;
    }
    boolean fresh = !alive();
    Truth truth = fresh ? new Truth() : Objects.requireNonNull(right);
    truth.first = fresh ? today.plusDays(random.nextInt(4) - 2L) : truth.first;
    LocalDate from = truth.first.isAfter(today) ? truth.first : today;
    truth.last = random.nextBoolean() ? null : from.plusDays(random.nextInt(4));
    truth.powers =
        random.nextInt(3) > 0
            ? EnumSet.allOf(RightPower.class)
            : EnumSet.of(RightPower.values()[random.nextInt(2)]);
    truth.partFirst = random.nextInt(4) == 0 ? null : from;
    truth.partLast = random.nextBoolean() ? null : truth.last == null ? from : truth.last;
    right = truth;
    tell(truth, fresh ? Change.GRANTED : Change.AMENDED, null, null);
  }

  private void endAtOnce(RightEndReason reason) {
    if (alive()) {
      Truth truth = Objects.requireNonNull(right);
      truth.over = true;
      tell(truth, Change.ENDED, now(), reason);
    }
  }

  private void endOn(LocalDate last) {
    if (alive()) {
      Truth truth = Objects.requireNonNull(right);
      if (!last.isBefore(truth.first) && (truth.last == null || last.isBefore(truth.last))) {
        truth.last = last;
        tell(truth, Change.ENDED, null, RightEndReason.CONTRACT_ENDED);
      }
    }
  }

  private void toggle(Oid who) {
    boolean leaves = statuses.get(who) == OrganisationStatus.JOINED;
    become(who, leaves ? OrganisationStatus.SUSPENDED : OrganisationStatus.JOINED);
    if (leaves && alive() && !who.equals(SUBCONTRACTOR)) {
      endAtOnce(
          who.equals(PRODUCER)
              ? RightEndReason.PRODUCER_NOT_READY
              : RightEndReason.ORGANISER_NOT_READY);
    }
  }

  private void dayPasses() {
    boolean alive = alive();
    today = today.plusDays(1);
    if (alive && !alive() && random.nextInt(4) > 0) {
      Truth truth = Objects.requireNonNull(right);
      tell(truth, Change.ENDED, today.atStartOfDay(FINLAND).toInstant(), RightEndReason.END_DATE);
    }
  }

  private void tell(
      Truth truth, Change change, @Nullable Instant endedAt, @Nullable RightEndReason reason) {
    UsageRightChanged before = change == Change.GRANTED ? null : newest;
    newest =
        new UsageRightChanged(
            before == null ? new UUID(9, events.size()) : before.id(),
            before == null ? 1 : before.version() + 1,
            change,
            new ClientRef(new UUID(9, 9)),
            ORGANISER,
            PRODUCER,
            Oids.unit(PRODUCER, 1),
            ServiceTask.OLDER_PEOPLE,
            List.of(),
            truth.first,
            truth.last,
            endedAt,
            reason,
            Set.copyOf(truth.powers),
            null,
            truth.partFirst == null
                ? List.of()
                : List.of(
                    new Subcontractor(
                        SUBCONTRACTOR,
                        Oids.unit(SUBCONTRACTOR, 1),
                        List.of(),
                        truth.partFirst,
                        truth.partLast)));
    events.add(newest);
  }

  private void become(Oid who, OrganisationStatus status) {
    statuses.put(who, status);
    events.add(
        new OrganisationChanged(
            who,
            versions.merge(who, 1L, Long::sum),
            "9100000-5",
            new LocalizedText("Organisaatio", null, null),
            Sector.SOCIAL,
            Ownership.PRIVATE,
            status,
            Set.of(SystemFunction.REGISTER_USAGE_RIGHT),
            List.of(
                new OrganisationChanged.Unit(
                    Oids.unit(who, 1), new LocalizedText("Yksikkö", null, null))),
            null));
  }
}
