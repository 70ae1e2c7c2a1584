package fi.lupa.audit;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.BreakGlassReviewed;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.DisclosureNoticed;
import fi.lupa.contracts.event.DocumentDestroyed;
import fi.lupa.contracts.event.DocumentStored;
import fi.lupa.contracts.event.DocumentVoided;
import fi.lupa.contracts.event.EntryErased;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.LogSearched;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.Party;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.RecordsQueried.DocumentGroup;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.contracts.event.Requester;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.contracts.event.VisibilitySearched;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as the other services tell them, for tests. */
public final class Events {
  public static final Instant TIME = Instant.parse("2026-11-22T08:20:00.25Z");
  public static final Oid COUNTY = new Oid("1.2.246.10.91000005.10.0");
  public static final Oid COUNTY_UNIT = new Oid("1.2.246.10.91000005.10.1");
  public static final Oid PRODUCER = new Oid("1.2.246.10.93000009.10.0");
  public static final Oid PRODUCER_UNIT = new Oid("1.2.246.10.93000009.10.1");
  public static final Oid HOSPITAL = new Oid("1.2.246.10.94000000.10.0");
  public static final Oid DOCUMENT = new Oid("1.2.246.10.91000005.14.2026.77");
  public static final String PROFESSIONAL = "a7c9e05f-0c6a-4e9d-bb4c-7f8e2ab1d4f6";
  public static final LocalizedText COUNTY_NAME =
      new LocalizedText(
          "Pohjoisrannan hyvinvointialue",
          "Norra kustens välfärdsområde",
          "North Coast wellbeing services county");
  public static final LocalizedText PRODUCER_NAME = new LocalizedText("Hoivakoto Oy", null, null);
  public static final LocalizedText PRODUCER_UNIT_NAME =
      new LocalizedText("Hoivakodon palvelutalo", "Hoivakodon servicehus", "Hoivakoto care home");
  public static final ClientRef REPRESENTATIVE = new ClientRef(new UUID(9, 9));
  public static final ClientRef CLIENT = new ClientRef(new UUID(7, 7));

  private static final Requester PRODUCER_ASKS =
      new Requester(
          PRODUCER, PRODUCER_NAME, PRODUCER_UNIT, PRODUCER_UNIT_NAME, PROFESSIONAL, "WORKER");
  private static final Requester COUNTY_ASKS =
      new Requester(COUNTY, COUNTY_NAME, null, null, PROFESSIONAL, "WORKER");

  private Events() {}

  public static OrganisationChanged organisation(
      Oid oid, LocalizedText name, Oid unit, LocalizedText unitName) {
    return new OrganisationChanged(
        oid,
        1,
        "9300000-9",
        name,
        Sector.SOCIAL,
        Ownership.PRIVATE,
        OrganisationStatus.JOINED,
        Set.of(),
        List.of(new OrganisationChanged.Unit(unit, unitName)),
        null);
  }

  /** The producer reads {@code count} documents of the county under its register usage right. */
  public static RecordsQueried read(ClientRef client, int count) {
    return access(client, Outcome.PERMITTED, Basis.REGISTER_USAGE_RIGHT, null, null, count, true);
  }

  public static RecordsQueried denied(ClientRef client, String reason) {
    return access(client, Outcome.DENIED, Basis.REGISTER_USAGE_RIGHT, null, reason, 0, true);
  }

  public static RecordsQueried access(
      ClientRef client,
      Outcome outcome,
      Basis basis,
      Ground ground,
      String reason,
      int count,
      boolean content) {
    return new RecordsQueried(
        UUID.randomUUID(),
        client,
        TIME,
        outcome,
        reason,
        basis == Basis.OWN_REGISTER ? COUNTY_ASKS : PRODUCER_ASKS,
        "SERVICE_PROVISION",
        basis,
        ground,
        "ACT_703_2023",
        references(basis, ground),
        List.of(new Controller(COUNTY, COUNTY_NAME)),
        count == 0
            ? List.of()
            : List.of(
                new DocumentGroup(
                    COUNTY,
                    "1506.11000",
                    Set.of(ServiceTask.OLDER_PEOPLE, ServiceTask.DISABILITY),
                    count)),
        content,
        null,
        ground == Ground.PROTECTION ? true : null,
        null,
        null);
  }

  /** The same access for a summary of the documents. */
  public static RecordsQueried summary(
      ClientRef client, Outcome outcome, String reason, int count) {
    RecordsQueried access = access(client, outcome, Basis.OWN_REGISTER, null, reason, count, true);
    return new RecordsQueried(
        access.queryId(),
        client,
        TIME,
        outcome,
        reason,
        access.requester(),
        access.purpose(),
        access.basis(),
        null,
        access.rulebook(),
        access.legalReferences(),
        access.controllers(),
        access.documents(),
        true,
        true,
        null,
        null,
        null);
  }

  /** The county searches widely by its right as an authority. */
  public static RecordsQueried wideSearch(ClientRef client, Outcome outcome, int count) {
    String reason = outcome == Outcome.DENIED ? "WIDE_SEARCH_NOT_ALLOWED" : null;
    Ground ground = Ground.STATUTORY_AUTHORITY;
    return asked(
        access(client, outcome, Basis.DISCLOSURE, ground, reason, count, true),
        "NEED_ASSESSMENT",
        null,
        List.of("ACT_703_2023_S55_2_AUTHORITY"));
  }

  /** Social care asks for patient data. */
  public static RecordsQueried fromHealthCare(
      ClientRef client, Ground ground, Outcome outcome, int count) {
    return asked(
        access(client, outcome, Basis.DISCLOSURE, ground, null, count, true),
        null,
        Sector.HEALTH,
        List.of("ACT_703_2023_S53_2", "ACT_703_2023_S57"));
  }

  private static RecordsQueried asked(
      RecordsQueried access, String wideSearchReason, Sector source, List<String> references) {
    return new RecordsQueried(
        access.queryId(),
        access.client(),
        access.time(),
        access.outcome(),
        access.reasonCode(),
        access.requester(),
        access.purpose(),
        access.basis(),
        access.ground(),
        access.rulebook(),
        references,
        access.controllers(),
        source == null ? access.documents() : patientData(access.documents()),
        access.content(),
        access.summary(),
        access.breakGlass(),
        wideSearchReason,
        source);
  }

  /** Patient data have types of their own and no service tasks. */
  private static List<DocumentGroup> patientData(List<DocumentGroup> groups) {
    return groups.stream()
        .map(group -> new DocumentGroup(group.controller(), "9000.1", Set.of(), group.count()))
        .toList();
  }

  private static List<String> references(Basis basis, Ground ground) {
    return switch (basis) {
      case OWN_REGISTER -> List.of("ACT_703_2023_S13");
      case REGISTER_USAGE_RIGHT -> List.of("ACT_703_2023_S14");
      case DISCLOSURE ->
          switch (ground) {
            case null -> List.of();
            case PERMIT -> List.of("ACT_703_2023_S55_1", "ACT_703_2023_S57");
            case STATUTORY_AUTHORITY -> List.of("ACT_703_2023_S55_2_AUTHORITY");
            case INCAPACITY -> List.of("ACT_703_2023_S55_2_INCAPACITY");
            case PROTECTION -> List.of("ACT_703_2023_S56");
            case JOINT_SERVICE -> List.of("ACT_703_2023_S53_1");
          };
    };
  }

  public static DocumentStored stored(ClientRef client, Outcome outcome, String reason) {
    return new DocumentStored(
        UUID.randomUUID(),
        DOCUMENT,
        client,
        TIME,
        outcome,
        reason,
        PRODUCER_ASKS,
        new Controller(COUNTY, COUNTY_NAME),
        Basis.REGISTER_USAGE_RIGHT,
        "1506.19001",
        Set.of(ServiceTask.OLDER_PEOPLE),
        List.of("ACT_703_2023_S14", "ACT_703_2023_S37"),
        null,
        null,
        null);
  }

  /** A version stored for a producer by its subcontractor. */
  public static DocumentStored storedVersion(ClientRef client, int version, boolean chained) {
    DocumentStored first = stored(client, Outcome.PERMITTED, null);
    return new DocumentStored(
        first.storeId(),
        first.document(),
        first.client(),
        first.time(),
        first.outcome(),
        null,
        first.requester(),
        first.controller(),
        first.basis(),
        first.documentType(),
        first.serviceTasks(),
        first.legalReferences(),
        version,
        new Party(PRODUCER, PRODUCER_NAME),
        chained ? new Party(COUNTY, new LocalizedText("Kotihoiva Aalto Oy", null, null)) : null);
  }

  /** A voiding; denied when there is a reason code. */
  public static DocumentVoided voided(
      ClientRef client, String reason, Integer current, String documentType, String reasonCode) {
    boolean denied = reasonCode != null;
    return new DocumentVoided(
        UUID.randomUUID(),
        DOCUMENT,
        client,
        TIME,
        denied ? Outcome.DENIED : Outcome.PERMITTED,
        reasonCode,
        PRODUCER_ASKS,
        new Controller(COUNTY, COUNTY_NAME),
        Basis.REGISTER_USAGE_RIGHT,
        reason,
        documentType,
        documentType == null ? Set.of() : Set.of(ServiceTask.OLDER_PEOPLE),
        denied ? List.of() : List.of(2),
        current,
        denied ? null : new Party(PRODUCER, PRODUCER_NAME),
        null,
        List.of("ACT_703_2023_S14", "ACT_703_2023_S37"));
  }

  public static DocumentDestroyed destroyed(ClientRef client) {
    return new DocumentDestroyed(
        DOCUMENT,
        client,
        TIME,
        new Controller(COUNTY, COUNTY_NAME),
        "1506.19001",
        Set.of(ServiceTask.OLDER_PEOPLE),
        2,
        LocalDate.parse("2026-11-20"),
        List.of("OLDER_PEOPLE"),
        List.of("ACT_703_2023_S23", "ACT_703_2023_S24"));
  }

  public static VisibilitySearched visibility(ClientRef client) {
    return new VisibilitySearched(
        UUID.randomUUID(),
        client,
        TIME,
        PRODUCER_ASKS,
        new Controller(PRODUCER, PRODUCER_NAME),
        "1506.15003",
        Set.of(ServiceTask.OLDER_PEOPLE),
        "ACT_703_2023",
        List.of("ACT_703_2023_S10"));
  }

  public static GuardianProhibitionChanged guardianProhibition(
      ClientRef client,
      GuardianProhibitionChanged.State state,
      @Nullable ClientRef guardian,
      GuardianProhibitionChanged.Target target) {
    return new GuardianProhibitionChanged(
        UUID.randomUUID(),
        state == GuardianProhibitionChanged.State.CANCELLED ? 2 : 1,
        client,
        state,
        guardian,
        target,
        target == GuardianProhibitionChanged.Target.SERVICE_TASK
            ? ServiceTask.SUBSTANCE_ABUSE
            : null,
        target == GuardianProhibitionChanged.Target.DOCUMENT ? DOCUMENT : null,
        COUNTY,
        TIME,
        state == GuardianProhibitionChanged.State.CANCELLED ? TIME : null);
  }

  public static RepresentativeViewed viewed(
      ClientRef client, RepresentationRole role, RepresentativeViewed.What what) {
    return new RepresentativeViewed(UUID.randomUUID(), client, TIME, role, what);
  }

  public static BreakGlassReviewed reviewed(ClientRef client, BreakGlassReviewed.Outcome outcome) {
    return new BreakGlassReviewed(
        UUID.randomUUID(),
        UUID.randomUUID(),
        client,
        TIME,
        Instant.parse("2026-11-20T22:30:00Z"),
        new Controller(COUNTY, COUNTY_NAME),
        outcome);
  }

  /** A disclosure by other means to the police, or to a private person. */
  public static DisclosureNoticed noticed(ClientRef client, boolean toPolice) {
    return new DisclosureNoticed(
        UUID.randomUUID(),
        client,
        TIME,
        LocalDate.parse("2026-11-20"),
        PRODUCER_ASKS,
        new Controller(PRODUCER, PRODUCER_NAME),
        toPolice
            ? new DisclosureNoticed.Recipient(
                "POLICE",
                null,
                new LocalizedText(
                    "Itä-Suomen poliisilaitos", "Polisinrättningen i Östra Finland", null))
            : new DisclosureNoticed.Recipient("PRIVATE_PERSON", null, null),
        toPolice ? "RECIPIENTS_RIGHT" : "CLIENTS_CONSENT",
        toPolice ? "812/2000 18 §" : null,
        "GUIDANCE_SUPERVISION",
        Set.of(ServiceTask.OLDER_PEOPLE),
        toPolice ? List.of(new DisclosureNoticed.DocumentKind("1506.15003", 2)) : List.of(),
        List.of("ACT_703_2023_S10"));
  }

  /** An entry of that kind, made on the last of January. */
  public static EntryErased erased(
      ClientRef client, String kind, EntryErased.Ground ground, EntryErased.DecidedBy by) {
    return new EntryErased(
        UUID.randomUUID(), client, TIME, kind, LocalDate.parse("2026-01-31"), ground, by);
  }

  public static LogRequestChanged logRequest(ClientRef client, LogRequestChanged.Change change) {
    return new LogRequestChanged(
        UUID.randomUUID(),
        client,
        TIME,
        change,
        new Controller(COUNTY, COUNTY_NAME),
        LocalDate.parse("2027-01-22"),
        List.of("ACT_703_2023_S11"));
  }

  /** An officer read so many entries. */
  public static LogSearched logSearched(ClientRef client, boolean sought, int entries) {
    return new LogSearched(
        UUID.randomUUID(),
        client,
        TIME,
        PRODUCER_ASKS,
        sought,
        entries,
        List.of("ACT_703_2023_S10"));
  }

  public static UsageRightChanged right(
      ClientRef client,
      UsageRightChanged.Change change,
      LocalDate end,
      Instant endedAt,
      RightEndReason reason) {
    return new UsageRightChanged(
        UUID.randomUUID(),
        1,
        change,
        client,
        COUNTY,
        PRODUCER,
        PRODUCER_UNIT,
        ServiceTask.OLDER_PEOPLE,
        List.of(),
        LocalDate.parse("2026-11-22"),
        end,
        endedAt,
        reason,
        null,
        null,
        null);
  }

  public static InformingRecorded informing(ClientRef client, Channel channel) {
    return informing(client, channel, null);
  }

  public static InformingRecorded informing(
      ClientRef client, Channel channel, RepresentationRole representative) {
    return new InformingRecorded(
        UUID.randomUUID(),
        1,
        client,
        "2026-1",
        "fi",
        channel,
        recorder(channel),
        TIME,
        representative);
  }

  public static PermitChanged permit(
      ClientRef client,
      PermitKind kind,
      PermitState state,
      Channel channel,
      List<PermitChanged.Target> targets) {
    return permit(client, kind, state, channel, targets, null);
  }

  public static PermitChanged permit(
      ClientRef client,
      PermitKind kind,
      PermitState state,
      Channel channel,
      List<PermitChanged.Target> targets,
      RepresentationRole representative) {
    return new PermitChanged(
        UUID.randomUUID(),
        1,
        client,
        kind,
        state,
        targets,
        "2026-1",
        channel,
        recorder(channel),
        TIME,
        representative);
  }

  public static ProhibitionChanged prohibition(
      ClientRef client, ProhibitionChanged.State state, ProhibitionTarget target, Channel channel) {
    return prohibition(client, state, target, channel, null);
  }

  public static ProhibitionChanged prohibition(
      ClientRef client,
      ProhibitionChanged.State state,
      ProhibitionTarget target,
      Channel channel,
      RepresentationRole representative) {
    return new ProhibitionChanged(
        UUID.randomUUID(),
        1,
        client,
        state,
        target,
        target == ProhibitionTarget.CONTROLLER ? COUNTY : null,
        target == ProhibitionTarget.SERVICE_TASK ? ServiceTask.SUBSTANCE_ABUSE : null,
        target == ProhibitionTarget.DOCUMENT ? DOCUMENT : null,
        channel,
        recorder(channel),
        TIME,
        state == ProhibitionChanged.State.CANCELLED ? TIME : null,
        representative);
  }

  /** Somebody may act for the client from today on; without matters in all of them. */
  public static RepresentationChanged representation(
      ClientRef client,
      RepresentationRole role,
      long version,
      RepresentationChanged.State state,
      Set<RepresentationMatter> matters,
      LocalDate until) {
    return new RepresentationChanged(
        UUID.randomUUID(),
        version,
        state,
        client,
        REPRESENTATIVE,
        role,
        matters,
        LocalDate.parse("2026-11-22"),
        until,
        version > 1,
        TIME);
  }

  /** A relation that stands, of any matter and without end. */
  public static RepresentationChanged relation(
      UUID id, long version, ClientRef client, ClientRef representative, RepresentationRole role) {
    return new RepresentationChanged(
        id,
        version,
        RepresentationChanged.State.REGISTERED,
        client,
        representative,
        role,
        null,
        LocalDate.parse("2026-01-01"),
        null,
        false,
        TIME);
  }

  /** The county links the temporary identifier to the client, or cancels that. */
  public static ClientLinked link(
      ClientRef client, ClientRef former, long version, ClientLinked.State state) {
    return new ClientLinked(
        new UUID(former.value().getMostSignificantBits(), 1),
        version,
        state,
        COUNTY,
        client,
        former,
        TIME,
        state == ClientLinked.State.CANCELLED ? TIME : null);
  }

  private static Oid recorder(Channel channel) {
    return channel == Channel.PROVIDER ? COUNTY : null;
  }
}
