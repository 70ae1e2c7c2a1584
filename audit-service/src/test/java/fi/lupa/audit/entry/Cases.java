package fi.lupa.audit.entry;

import static fi.lupa.audit.Events.CLIENT;
import static fi.lupa.audit.Events.COUNTY;
import static fi.lupa.audit.Events.COUNTY_NAME;
import static fi.lupa.audit.Events.COUNTY_UNIT;
import static fi.lupa.audit.Events.HOSPITAL;
import static fi.lupa.audit.Events.PRODUCER;
import static fi.lupa.audit.Events.PRODUCER_NAME;
import static fi.lupa.audit.Events.PRODUCER_UNIT;
import static fi.lupa.audit.Events.PRODUCER_UNIT_NAME;
import static fi.lupa.audit.Events.TIME;
import static fi.lupa.contracts.event.EntryErased.DecidedBy.AUTHORITY;
import static fi.lupa.contracts.event.EntryErased.DecidedBy.CONTROLLER;
import static fi.lupa.contracts.event.EntryErased.DecidedBy.COURT;
import static fi.lupa.contracts.event.EntryErased.Ground.DECISION;
import static fi.lupa.contracts.event.EntryErased.Ground.UNLAWFUL;

import fi.lupa.audit.Events;
import fi.lupa.audit.party.Names;
import fi.lupa.audit.party.PartyName;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.BreakGlassReviewed;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.PermitChanged.Recipient;
import fi.lupa.contracts.event.PermitChanged.Target;
import fi.lupa.contracts.event.ProhibitionChanged;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Every kind of entry with every outcome, by name. */
final class Cases {
  static final Names NAMES =
      new Names(
          Stream.of(
                  PartyName.from(
                      Events.organisation(
                          COUNTY,
                          COUNTY_NAME,
                          COUNTY_UNIT,
                          new LocalizedText("Sosiaalipalvelut", null, null)),
                      TIME.minusSeconds(60)),
                  PartyName.from(
                      Events.organisation(
                          PRODUCER, PRODUCER_NAME, PRODUCER_UNIT, PRODUCER_UNIT_NAME),
                      TIME.minusSeconds(60)))
              .flatMap(List::stream)
              .toList());

  private static final LocalDate LAST = LocalDate.parse("2027-05-31");
  private static final Instant AFTER_LAST = Instant.parse("2027-05-31T21:00:00Z");
  private static final Instant ENDED = Instant.parse("2026-12-01T22:30:00Z");

  private Cases() {}

  static Map<String, Event> all() {
    Map<String, Event> cases = new LinkedHashMap<>();
    accesses(cases);
    statutory(cases);
    summaries(cases);
    stored(cases);
    voided(cases);
    cases.put("destroyed", Events.destroyed(CLIENT));
    cases.put("visibility searched", Events.visibility(CLIENT));
    cases.put("disclosure noticed to the police", Events.noticed(CLIENT, true));
    cases.put("disclosure noticed to a private person", Events.noticed(CLIENT, false));
    for (LogRequestChanged.Change change : LogRequestChanged.Change.values()) {
      cases.put("log request " + change, Events.logRequest(CLIENT, change));
    }
    cases.put("log read about the client", Events.logSearched(CLIENT, true, 12));
    cases.put("log read among others", Events.logSearched(CLIENT, false, 1));
    cases.put("log searched in vain", Events.logSearched(CLIENT, true, 0));
    for (LogEntry.Kind kind : LogEntry.Kind.values()) {
      cases.put("erased " + kind, Events.erased(CLIENT, kind.name(), UNLAWFUL, CONTROLLER));
    }
    cases.put("erased by an authority", Events.erased(CLIENT, "ACCESS", DECISION, AUTHORITY));
    cases.put("erased by a court", Events.erased(CLIENT, "ACCESS", DECISION, COURT));
    rights(cases);
    declarations(cases);
    representatives(cases);
    representations(cases);
    links(cases);
    minors(cases);
    looks(cases);
    return cases;
  }

  private static void accesses(Map<String, Event> cases) {
    for (Basis basis : Basis.values()) {
      List<Ground> grounds =
          basis == Basis.DISCLOSURE ? List.of(Ground.values()) : Arrays.asList((Ground) null);
      for (Ground ground : grounds) {
        String name = "access " + basis + (ground == null ? "" : " " + ground);
        for (Outcome outcome : Outcome.values()) {
          boolean denied = outcome == Outcome.DENIED;
          String reason = denied ? "NO_CLIENT_RELATIONSHIP" : null;
          cases.put(
              name + " " + outcome,
              Events.access(CLIENT, outcome, basis, ground, reason, denied ? 0 : 3, true));
        }
      }
    }
    Basis right = Basis.REGISTER_USAGE_RIGHT;
    cases.put("access one document", Events.read(CLIENT, 1));
    cases.put("access found nothing", Events.read(CLIENT, 0));
    cases.put(
        "access metadata of one",
        Events.access(CLIENT, Outcome.PERMITTED, right, null, null, 1, false));
    cases.put(
        "access metadata of many",
        Events.access(CLIENT, Outcome.PARTIAL, right, null, null, 5, false));
    cases.put(
        "access all withheld", Events.access(CLIENT, Outcome.PARTIAL, right, null, null, 0, true));
    cases.put(
        "access denied without ground",
        Events.access(CLIENT, Outcome.DENIED, Basis.DISCLOSURE, null, "BASIS_MISSING", 0, true));
  }

  private static void statutory(Map<String, Event> cases) {
    Basis disclosure = Basis.DISCLOSURE;
    for (Ground ground : Ground.values()) {
      cases.put(
          "access by " + ground + " all withheld",
          Events.access(CLIENT, Outcome.PARTIAL, disclosure, ground, null, 0, true));
    }
    for (Outcome outcome : Outcome.values()) {
      int count = outcome == Outcome.DENIED ? 0 : 3;
      cases.put("wide search " + outcome, Events.wideSearch(CLIENT, outcome, count));
      cases.put(
          "from health care " + outcome,
          Events.fromHealthCare(CLIENT, Ground.PERMIT, outcome, count));
    }
    cases.put(
        "from health care to protect",
        Events.fromHealthCare(CLIENT, Ground.PROTECTION, Outcome.PERMITTED, 1));
  }

  private static void summaries(Map<String, Event> cases) {
    cases.put("summary read", Events.summary(CLIENT, Outcome.PERMITTED, null, 3));
    cases.put("summary found nothing", Events.summary(CLIENT, Outcome.PERMITTED, null, 0));
    cases.put("summary in part", Events.summary(CLIENT, Outcome.PARTIAL, null, 2));
    cases.put("summary all withheld", Events.summary(CLIENT, Outcome.PARTIAL, null, 0));
    cases.put(
        "summary denied", Events.summary(CLIENT, Outcome.DENIED, "NO_CLIENT_RELATIONSHIP", 0));
  }

  private static void stored(Map<String, Event> cases) {
    cases.put("stored PERMITTED", Events.stored(CLIENT, Outcome.PERMITTED, null));
    cases.put("stored DENIED", Events.stored(CLIENT, Outcome.DENIED, "REGISTER_RIGHT_ENDED"));
    cases.put("stored the first version", Events.storedVersion(CLIENT, 1, false));
    cases.put("stored a later version by a subcontractor", Events.storedVersion(CLIENT, 2, true));
  }

  private static void voided(Map<String, Event> cases) {
    for (String why :
        List.of("WRONG_CLIENT", "WRONG_CONTENT", "WRONG_REGISTER", "DUPLICATE", "OTHER")) {
      cases.put("voided whole " + why, Events.voided(CLIENT, why, null, "1506.19001", null));
    }
    cases.put("voided one version", Events.voided(CLIENT, "WRONG_CONTENT", 1, "1506.19001", null));
    cases.put(
        "voiding denied",
        Events.voided(CLIENT, "WRONG_CONTENT", null, "1506.19001", "PRODUCER_MISMATCH"));
    cases.put(
        "voiding of nothing denied",
        Events.voided(CLIENT, "OTHER", null, null, "NO_REGISTER_RIGHT"));
  }

  private static void rights(Map<String, Event> cases) {
    cases.put("right granted", Events.right(CLIENT, Change.GRANTED, LAST, null, null));
    cases.put(
        "right granted until further notice",
        Events.right(CLIENT, Change.GRANTED, null, null, null));
    cases.put("right amended", Events.right(CLIENT, Change.AMENDED, LAST, null, null));
    for (RightEndReason reason : RightEndReason.values()) {
      cases.put(
          "right ended at once " + reason, Events.right(CLIENT, Change.ENDED, null, ENDED, reason));
    }
    cases.put(
        "right ends later", Events.right(CLIENT, Change.ENDED, LAST, null, RightEndReason.OTHER));
    for (RightEndReason reason : List.of(RightEndReason.CONTRACT_ENDED, RightEndReason.END_DATE)) {
      cases.put(
          "right's last day passed " + reason,
          Events.right(CLIENT, Change.ENDED, LAST, AFTER_LAST, reason));
    }
  }

  private static void declarations(Map<String, Event> cases) {
    for (Channel channel : Channel.values()) {
      cases.put("informing " + channel, Events.informing(CLIENT, channel));
      for (PermitState state : PermitState.values()) {
        cases.put(
            "permit SOCIAL_CARE " + state + " " + channel,
            Events.permit(CLIENT, PermitKind.SOCIAL_CARE, state, channel, List.of()));
        cases.put(
            "permit SOCIAL_TO_HEALTH " + state + " " + channel,
            Events.permit(
                CLIENT,
                PermitKind.SOCIAL_TO_HEALTH,
                state,
                channel,
                state == PermitState.GIVEN ? targets() : List.of()));
        cases.put(
            "permit HEALTH_TO_SOCIAL " + state + " " + channel,
            Events.permit(
                CLIENT,
                PermitKind.HEALTH_TO_SOCIAL,
                state,
                channel,
                state == PermitState.GIVEN ? patientData() : List.of()));
      }
      for (ProhibitionChanged.State state : ProhibitionChanged.State.values()) {
        for (ProhibitionTarget target : ProhibitionTarget.values()) {
          cases.put(
              "prohibition " + target + " " + state + " " + channel,
              Events.prohibition(CLIENT, state, target, channel));
        }
      }
    }
  }

  private static void representatives(Map<String, Event> cases) {
    RepresentationRole role = RepresentationRole.LEGAL_GUARDIAN;
    PermitKind kind = PermitKind.SOCIAL_CARE;
    for (Channel channel : Channel.values()) {
      String by = " by a representative " + channel;
      cases.put("informing" + by, Events.informing(CLIENT, channel, role));
      for (PermitState state : PermitState.values()) {
        cases.put(
            "permit " + state + by, Events.permit(CLIENT, kind, state, channel, List.of(), role));
      }
      for (ProhibitionChanged.State state : ProhibitionChanged.State.values()) {
        cases.put(
            "prohibition " + state + by,
            Events.prohibition(CLIENT, state, ProhibitionTarget.SERVICE_TASK, channel, role));
      }
    }
  }

  private static void representations(Map<String, Event> cases) {
    RepresentationChanged.State here = RepresentationChanged.State.REGISTERED;
    for (RepresentationRole role : RepresentationRole.values()) {
      cases.put("representation " + role, Events.representation(CLIENT, role, 1, here, null, null));
    }
    RepresentationRole mandate = RepresentationRole.MANDATE;
    cases.put(
        "representation in some matters until a day",
        Events.representation(
            CLIENT, mandate, 1, here, EnumSet.allOf(RepresentationMatter.class), LAST));
    cases.put(
        "representation changed", Events.representation(CLIENT, mandate, 2, here, null, LAST));
    cases.put(
        "representation ended",
        Events.representation(CLIENT, mandate, 3, RepresentationChanged.State.ENDED, null, LAST));
  }

  private static void links(Map<String, Event> cases) {
    ClientRef former = new ClientRef(new UUID(8, 8));
    for (ClientLinked.State state : ClientLinked.State.values()) {
      cases.put("link " + state, Events.link(CLIENT, former, 1, state));
    }
  }

  private static void minors(Map<String, Event> cases) {
    for (GuardianProhibitionChanged.State state : GuardianProhibitionChanged.State.values()) {
      for (ClientRef guardian : Arrays.asList(null, new ClientRef(new UUID(8, 9)))) {
        cases.put(
            "minor's wish " + state + (guardian == null ? "" : " against one"),
            Events.guardianProhibition(
                CLIENT, state, guardian, GuardianProhibitionChanged.Target.ALL));
      }
    }
    for (GuardianProhibitionChanged.Target target : GuardianProhibitionChanged.Target.values()) {
      cases.put(
          "minor's wish on " + target,
          Events.guardianProhibition(
              CLIENT, GuardianProhibitionChanged.State.ACCEPTED, null, target));
    }
  }

  private static void looks(Map<String, Event> cases) {
    for (RepresentativeViewed.What what : RepresentativeViewed.What.values()) {
      cases.put(
          "representative viewed " + what,
          Events.viewed(CLIENT, RepresentationRole.GUARDIAN_OF_MINOR, what));
    }
    for (BreakGlassReviewed.Outcome outcome : BreakGlassReviewed.Outcome.values()) {
      cases.put("break-glass reviewed " + outcome, Events.reviewed(CLIENT, outcome));
    }
  }

  private static List<Target> targets() {
    return List.of(
        new Target(
            new Recipient(RecipientType.PUBLIC_HEALTH_CARE, null),
            Set.of(ServiceTask.OLDER_PEOPLE, ServiceTask.DISABILITY),
            LocalDate.parse("2025-01-01"),
            LocalDate.parse("2026-12-31"),
            null),
        new Target(
            new Recipient(RecipientType.PRIVATE_PROVIDER, PRODUCER),
            Set.of(ServiceTask.WORKING_AGE),
            LocalDate.parse("2026-01-01"),
            null,
            null),
        new Target(
            new Recipient(RecipientType.STATE_UNIT, HOSPITAL),
            Set.of(ServiceTask.FAMILIES),
            null,
            LocalDate.parse("2026-06-30"),
            null));
  }

  private static List<Target> patientData() {
    return List.of(
        new Target(
            new Recipient(RecipientType.PUBLIC_SOCIAL_CARE, null),
            Set.of(),
            LocalDate.parse("2025-01-01"),
            null,
            Set.of(PatientDataGroup.SUMMARY, PatientDataGroup.ENTRIES)),
        new Target(
            new Recipient(RecipientType.PRIVATE_PROVIDER, PRODUCER),
            Set.of(),
            null,
            null,
            Set.of(PatientDataGroup.STATEMENTS)));
  }
}
