package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What can happen in a small world of four organisations and one client, by chance. */
class ShadowEvents {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  static final LocalizedText NAME = new LocalizedText("Nimi", null, null);
  static final List<Oid> PARTIES =
      IntStream.range(0, 4).mapToObj(i -> Oids.organisation(50_000_000 + i)).toList();
  static final List<List<Oid>> UNITS =
      PARTIES.stream().map(oid -> List.of(Oids.unit(oid, 1), Oids.unit(oid, 2))).toList();
  static final List<Oid> DOCUMENTS =
      IntStream.range(0, 6).mapToObj(i -> new Oid("1.2.3.4." + i)).toList();
  static final List<ServiceTask> TASKS =
      List.of(
          ServiceTask.OLDER_PEOPLE,
          ServiceTask.DISABILITY,
          ServiceTask.FAMILY_LAW,
          ServiceTask.CHILD_PROTECTION);
  static final List<String> SERVICES = List.of("37", "45");

  final RandomGenerator random;

  ShadowEvents(RandomGenerator random) {
    this.random = random;
  }

  // --- organisations

  OrganisationChanged organisation(int i, int version) {
    Set<SystemFunction> functions = EnumSet.allOf(SystemFunction.class);
    if (seldom()) {
      functions.remove(one(List.of(SystemFunction.values())));
    }
    Oid unit = UNITS.get(i).getFirst();
    return new OrganisationChanged(
        PARTIES.get(i),
        version,
        "9100000-5",
        NAME,
        i == 3 || hardly() ? Sector.HEALTH : Sector.SOCIAL,
        i == 2 || seldom() ? Ownership.PRIVATE : Ownership.PUBLIC,
        mostly() ? OrganisationStatus.JOINED : one(List.of(OrganisationStatus.values())),
        functions,
        List.of(
            new OrganisationChanged.Unit(
                unit, NAME, seldom() ? true : null, i == 3 || seldom() ? jointServices() : null)),
        null);
  }

  private @Nullable List<OrganisationChanged.JointService> jointServices() {
    return seldom()
        ? null
        : IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(n -> jointService()).toList();
  }

  private OrganisationChanged.JointService jointService() {
    return new OrganisationChanged.JointService(
        List.copyOf(few(TASKS, 1)),
        random.nextBoolean() ? null : List.copyOf(few(SERVICES, 0)),
        List.copyOf(few(PARTIES, 1)),
        TODAY.plusDays(random.nextInt(20) - 16L),
        seldom() ? TODAY.plusDays(random.nextInt(5) - 2L) : null);
  }

  // --- rights

  void rightsLife(List<Event> history) {
    int producer = random.nextInt(4);
    LocalDate start = TODAY.plusDays(random.nextInt(20) - 16L);
    UsageRightChanged right =
        new UsageRightChanged(
            id(),
            1,
            UsageRightChanged.Change.GRANTED,
            CLIENT,
            one(PARTIES),
            PARTIES.get(producer),
            UNITS.get(producer).get(mostly() ? 0 : 1),
            one(TASKS),
            seldom() ? List.of(one(SERVICES)) : List.of(),
            start,
            seldom() ? TODAY.plusDays(random.nextInt(5) - 2L) : null,
            null,
            null,
            mostly() ? null : EnumSet.of(one(List.of(RightPower.values()))),
            null,
            seldom() ? List.of(part(), part()) : null);
    history.add(right);
    if (seldom()) {
      history.add(ended(right, NOW.plusSeconds(random.nextInt(200) - 100L)));
    }
  }

  UsageRightChanged.Subcontractor part() {
    int who = random.nextInt(4);
    return new UsageRightChanged.Subcontractor(
        PARTIES.get(who),
        UNITS.get(who).get(mostly() ? 0 : 1),
        seldom() ? List.of(one(SERVICES)) : List.of(),
        TODAY.plusDays(random.nextInt(8) - 6L),
        seldom() ? TODAY.plusDays(random.nextInt(5) - 2L) : null);
  }

  static UsageRightChanged ended(UsageRightChanged right, Instant at) {
    return new UsageRightChanged(
        right.id(),
        right.version() + 1,
        UsageRightChanged.Change.ENDED,
        right.client(),
        right.organiser(),
        right.producer(),
        right.producerUnit(),
        right.serviceTask(),
        right.socialServices(),
        right.start(),
        right.end(),
        at,
        RightEndReason.OTHER,
        right.powers(),
        right.purchase(),
        right.subcontractors());
  }

  // --- who may act for the client

  void representationsLife(List<Event> history) {
    UUID id = id();
    RepresentationRole role = one(List.of(RepresentationRole.values()));
    for (int version = seldom() ? 2 : 1; version > 0; version--) {
      history.add(
          new RepresentationChanged(
              id,
              version,
              mostly() ? RepresentationChanged.State.REGISTERED : RepresentationChanged.State.ENDED,
              CLIENT,
              new ClientRef(new UUID(2, 2)),
              role,
              seldom() ? Set.of(one(List.of(RepresentationMatter.values()))) : null,
              TODAY.plusDays(random.nextInt(20) - 17L),
              seldom() ? TODAY.plusDays(random.nextInt(5) - 2L) : null,
              !mostly(),
              NOW));
    }
  }

  // --- what the client has said

  InformingRecorded informing() {
    return new InformingRecorded(id(), 1, CLIENT, "1", "fi", Channel.CITIZEN, null, NOW, null);
  }

  void permitsLife(List<Event> history, PermitKind kind) {
    UUID id = id();
    int versions = 1 + (seldom() ? random.nextInt(3) : 0);
    for (int version = 1; version <= versions; version++) {
      history.add(permit(id, version, kind));
    }
  }

  PermitChanged permit(UUID id, int version, PermitKind kind) {
    List<PermitChanged.Target> targets = new ArrayList<>(2);
    if (kind != PermitKind.SOCIAL_CARE) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        targets.add(target(kind));
      }
    }
    return new PermitChanged(
        id,
        version,
        CLIENT,
        kind,
        mostly() ? PermitState.GIVEN : one(List.of(PermitState.values())),
        targets,
        "1",
        Channel.CITIZEN,
        null,
        NOW.minusSeconds(1000 - version),
        null);
  }

  static PermitChanged in(PermitState state, PermitChanged permit) {
    return new PermitChanged(
        permit.id(),
        permit.version() + 1,
        permit.client(),
        permit.kind(),
        state,
        permit.targets(),
        permit.textVersion(),
        permit.channel(),
        permit.recorder(),
        permit.changedAt().plusSeconds(1),
        permit.representative());
  }

  PermitChanged.Target target(PermitKind kind) {
    boolean block = random.nextInt(3) > 0;
    RecipientType type =
        block
            ? kind == PermitKind.SOCIAL_TO_HEALTH
                ? RecipientType.PUBLIC_HEALTH_CARE
                : RecipientType.PUBLIC_SOCIAL_CARE
            : random.nextBoolean() ? RecipientType.STATE_UNIT : RecipientType.PRIVATE_PROVIDER;
    return new PermitChanged.Target(
        new PermitChanged.Recipient(type, block ? null : one(PARTIES)),
        kind == PermitKind.SOCIAL_TO_HEALTH ? few(TASKS, 2) : Set.of(),
        seldom() ? TODAY.minusDays(random.nextInt(10)) : null,
        seldom() ? TODAY.minusDays(random.nextInt(10)) : null,
        kind == PermitKind.HEALTH_TO_SOCIAL ? few(List.of(PatientDataGroup.values()), 2) : null);
  }

  void prohibitionsLife(List<Event> history) {
    ProhibitionChanged set = prohibition();
    history.add(set);
    if (seldom()) {
      history.add(turned(set, ProhibitionChanged.State.CANCELLED));
    }
  }

  ProhibitionChanged prohibition() {
    ProhibitionTarget target = one(List.of(ProhibitionTarget.values()));
    return new ProhibitionChanged(
        id(),
        1,
        CLIENT,
        ProhibitionChanged.State.SET,
        target,
        target == ProhibitionTarget.CONTROLLER ? one(PARTIES) : null,
        target == ProhibitionTarget.SERVICE_TASK ? one(TASKS) : null,
        target == ProhibitionTarget.DOCUMENT ? one(DOCUMENTS) : null,
        Channel.CITIZEN,
        null,
        NOW,
        null,
        null);
  }

  static ProhibitionChanged turned(ProhibitionChanged set, ProhibitionChanged.State state) {
    return new ProhibitionChanged(
        set.id(),
        set.version() + 1,
        set.client(),
        state,
        set.target(),
        set.controller(),
        set.serviceTask(),
        set.document(),
        set.channel(),
        set.recorder(),
        set.setAt(),
        NOW,
        set.representative());
  }

  // --- chance

  UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  boolean mostly() {
    return random.nextInt(10) > 0;
  }

  boolean seldom() {
    return random.nextInt(5) == 0;
  }

  boolean hardly() {
    return random.nextInt(25) == 0;
  }

  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> Set<T> few(List<T> values, int least) {
    T first = one(values);
    T second = one(values);
    return switch (least + random.nextInt(2)) {
      case 0 -> Set.of();
      case 1 -> Set.of(first);
      default -> first.equals(second) ? Set.of(first) : Set.of(first, second);
    };
  }

  void shuffle(List<Event> history) {
    for (int i = history.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Event swapped = history.get(i);
      history.set(i, history.get(j));
      history.set(j, swapped);
    }
  }
}
