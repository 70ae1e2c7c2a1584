package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RecipientType;
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
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.support.Oids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small world of four organisations, where things meet often enough to matter. */
record RandomWorld(Random random) {
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  private static final Set<String> WIDE =
      Set.of("WIDE_RESPONSIBILITY", "ADMINISTRATION", "HEALTH_WIDE");
  private static final Stated OTHER_TASK_TOLD = new Stated(null, true, false, false, false, null);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final List<Oid> ORGANISATIONS =
      IntStream.range(0, 4).mapToObj(i -> Oids.organisation(50_000_000 + i)).toList();
  private static final List<Oid> DOCUMENTS =
      IntStream.range(0, 8).mapToObj(i -> new Oid("1.2.3.4." + i)).toList();
  private static final List<ServiceTask> TASKS =
      List.of(ServiceTask.OLDER_PEOPLE, ServiceTask.DISABILITY, ServiceTask.FAMILY_LAW);
  private static final List<String> SERVICES = List.of("37", "45");
  private static final List<String> TYPES =
      List.of(
          "1506.15003",
          "1506.19001",
          "1506.1019",
          "1505.1",
          "1506.11000",
          "1506.19014",
          "1506.15019",
          "1506.10005");

  static DecisionProperties.Situation situation(Random random) {
    RandomWorld world = new RandomWorld(random);
    List<Event> events = new ArrayList<>();
    ORGANISATIONS.forEach(oid -> events.add(world.organisation(oid)));
    world.some(3, () -> events.add(world.right()));
    world.some(4, () -> events.add(world.prohibition()));
    if (world.mostly()) {
      events.add(world.informing());
    }
    for (PermitKind kind : PermitKind.values()) {
      if (world.mostly()) {
        events.add(world.permit(kind));
      }
    }
    return new DecisionProperties.Situation(
        events, world.inquiry(events), DOCUMENTS.stream().map(world::document).toList());
  }

  private void some(int most, Runnable what) {
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      what.run();
    }
  }

  private boolean mostly() {
    return random.nextInt(10) > 0;
  }

  private boolean seldom() {
    return random.nextInt(5) == 0;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> Set<T> few(List<T> values, int least) {
    Set<T> chosen = new java.util.HashSet<>();
    for (int i = least + random.nextInt(2); i > 0; i--) {
      chosen.add(one(values));
    }
    return chosen;
  }

  private OrganisationChanged organisation(Oid oid) {
    Set<SystemFunction> functions = EnumSet.allOf(SystemFunction.class);
    if (seldom()) {
      functions.remove(one(List.of(SystemFunction.values())));
    }
    LocalizedText name = new LocalizedText("Nimi", null, null);
    return new OrganisationChanged(
        oid,
        1,
        "9100000-5",
        name,
        ORGANISATIONS.indexOf(oid) == 3 || seldom() ? Sector.HEALTH : Sector.SOCIAL,
        one(List.of(Ownership.values())),
        mostly() ? OrganisationStatus.JOINED : one(List.of(OrganisationStatus.values())),
        functions,
        List.of(new OrganisationChanged.Unit(Oids.unit(oid, 1), name)),
        null);
  }

  private UsageRightChanged right() {
    Oid producer = one(ORGANISATIONS);
    LocalDate start = TODAY.plusDays(random.nextInt(20) - 16L);
    UsageRightChanged right =
        new UsageRightChanged(
            UUID.randomUUID(),
            1,
            UsageRightChanged.Change.GRANTED,
            CLIENT,
            one(ORGANISATIONS),
            producer,
            Oids.unit(producer, mostly() ? 1 : 2),
            one(TASKS),
            List.copyOf(seldom() ? few(SERVICES, 1) : Set.of()),
            start,
            seldom() ? TODAY.plusDays(random.nextInt(5) - 2L) : null,
            null,
            null,
            mostly() ? null : EnumSet.of(one(List.of(RightPower.values()))),
            null,
            mostly() ? null : List.of(subcontractor()));
    return seldom() ? ended(right, NOW.plusSeconds(random.nextInt(200) - 100L)) : right;
  }

  private UsageRightChanged.Subcontractor subcontractor() {
    Oid organisation = one(ORGANISATIONS);
    return new UsageRightChanged.Subcontractor(
        organisation,
        Oids.unit(organisation, mostly() ? 1 : 2),
        List.copyOf(seldom() ? few(SERVICES, 1) : Set.of()),
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

  InformingRecorded informing() {
    return new InformingRecorded(
        UUID.randomUUID(), 1, CLIENT, "1", "fi", Channel.CITIZEN, null, NOW, null);
  }

  PermitChanged permit() {
    return permit(one(List.of(PermitKind.values())));
  }

  private PermitChanged permit(PermitKind kind) {
    List<PermitChanged.Target> targets = new ArrayList<>();
    if (kind == PermitKind.SOCIAL_TO_HEALTH) {
      targets.add(target());
      some(2, () -> targets.add(target()));
    }
    return new PermitChanged(
        UUID.randomUUID(),
        1,
        CLIENT,
        kind,
        mostly() ? PermitState.GIVEN : one(List.of(PermitState.values())),
        targets,
        "1",
        Channel.CITIZEN,
        null,
        NOW.minusSeconds(random.nextInt(1000)),
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
        permit.changedAt(),
        permit.representative());
  }

  private PermitChanged.Target target() {
    RecipientType type =
        one(
            List.of(
                RecipientType.PUBLIC_HEALTH_CARE,
                RecipientType.STATE_UNIT,
                RecipientType.PRIVATE_PROVIDER));
    return new PermitChanged.Target(
        new PermitChanged.Recipient(
            type, type == RecipientType.PUBLIC_HEALTH_CARE ? null : one(ORGANISATIONS)),
        few(TASKS, 1),
        seldom() ? TODAY.minusDays(random.nextInt(10)) : null,
        seldom() ? TODAY.minusDays(random.nextInt(10)) : null,
        null);
  }

  ProhibitionChanged prohibition() {
    ProhibitionTarget target = one(List.of(ProhibitionTarget.values()));
    boolean set = mostly();
    return new ProhibitionChanged(
        UUID.randomUUID(),
        1,
        CLIENT,
        set ? ProhibitionChanged.State.SET : ProhibitionChanged.State.CANCELLED,
        target,
        target == ProhibitionTarget.CONTROLLER ? one(ORGANISATIONS) : null,
        target == ProhibitionTarget.SERVICE_TASK ? one(TASKS) : null,
        target == ProhibitionTarget.DOCUMENT ? one(DOCUMENTS) : null,
        Channel.CITIZEN,
        null,
        NOW,
        set ? null : NOW,
        null);
  }

  private Doc document(Oid oid) {
    return new Doc(
        oid,
        one(ORGANISATIONS),
        one(TYPES),
        few(TASKS, 1),
        few(SERVICES, 0),
        NOW.minus(Duration.ofHours(random.nextInt(240))),
        seldom(),
        seldom() ? one(List.of(SpecialCategory.values())) : null);
  }

  /** Mostly one that there is in the organisation, often one that sees much. */
  private @Nullable Role role(List<Event> events, Oid oid) {
    OrganisationChanged organisation =
        events.stream()
            .filter(OrganisationChanged.class::isInstance)
            .map(OrganisationChanged.class::cast)
            .filter(one -> one.oid().equals(oid))
            .findFirst()
            .orElseThrow();
    List<Role> fitting = TestRoles.of(organisation.sector(), organisation.ownership());
    if (!mostly()) {
      return random.nextBoolean() ? null : one(TestRoles.all());
    }
    List<Role> wide = fitting.stream().filter(role -> WIDE.contains(role.key())).toList();
    return one(random.nextInt(4) > 0 ? wide : fitting);
  }

  private Inquiry inquiry(List<Event> events) {
    Oid organisation = one(ORGANISATIONS);
    Basis basis = one(List.of(Basis.values()));
    return new Inquiry(
        basis,
        organisation,
        Oids.unit(organisation, mostly() ? 1 : 2),
        controller(basis, organisation),
        !mostly(),
        random.nextInt(8) == 0 ? null : one(List.of(Relationship.values())),
        seldom() ? few(TASKS, 1) : Set.of(),
        seldom() ? few(SERVICES, 1) : Set.of(),
        Sector.SOCIAL,
        role(events, organisation),
        OTHER_TASK_TOLD,
        NOW);
  }

  private @Nullable Oid controller(Basis basis, Oid own) {
    return switch (basis) {
      case OWN_REGISTER -> mostly() ? null : one(ORGANISATIONS);
      case REGISTER_USAGE_RIGHT -> one(ORGANISATIONS);
      case DISCLOSURE ->
          mostly() ? null : one(ORGANISATIONS.stream().filter(o -> !o.equals(own)).toList());
    };
  }

  static Inquiry unfiltered(Inquiry asked) {
    return new Inquiry(
        asked.basis(),
        asked.organisation(),
        asked.unit(),
        asked.controller(),
        asked.temporaryClient(),
        asked.relationship(),
        Set.of(),
        Set.of(),
        asked.source(),
        asked.role(),
        asked.stated(),
        asked.now());
  }
}
