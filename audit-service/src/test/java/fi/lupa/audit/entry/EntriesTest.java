package fi.lupa.audit.entry;

import static fi.lupa.audit.Events.CLIENT;
import static fi.lupa.audit.Events.COUNTY_NAME;
import static fi.lupa.audit.Events.PRODUCER_NAME;
import static fi.lupa.audit.Events.PRODUCER_UNIT_NAME;
import static fi.lupa.audit.Events.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.audit.Events;
import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.audit.party.Names;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.BreakGlassReviewed;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.Controller;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.GuardianProhibitionChanged;
import fi.lupa.contracts.event.LogRequestChanged;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.RepresentativeViewed;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.contracts.event.Watermark;
import fi.lupa.platform.problem.ReasonCatalog;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class EntriesTest {
  private static final UUID ID = UUID.fromString("0193a000-0000-7000-8000-000000000001");
  private static final Pattern OID = Pattern.compile("\\b[0-2](\\.\\d+){4,}");
  private static final Entries ENTRIES =
      new Entries(CodeSets.load(ReasonCatalog.load()), Sentences.load());

  @Test
  void anAccessTellsWhoWhatWhyAndOnWhichGround() {
    Event event =
        Events.access(CLIENT, Outcome.PARTIAL, Basis.DISCLOSURE, Ground.PERMIT, null, 3, true);

    LogEntry entry = tell(event, "sv");

    assertThat(entry.id()).isEqualTo(ID);
    assertThat(entry.time()).isEqualTo(TIME);
    assertThat(entry.kind()).isEqualTo(Kind.ACCESS);
    assertThat(entry.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(entry.organisation()).isEqualTo(PRODUCER_NAME);
    assertThat(entry.unit()).isEqualTo(PRODUCER_UNIT_NAME);
    assertThat(entry.controllers()).containsExactly(COUNTY_NAME);
    assertThat(entry.purpose()).isEqualTo("Tillhandahållande av service");
    assertThat(entry.basis()).isEqualTo(Basis.DISCLOSURE);
    assertThat(entry.ground()).isEqualTo(Ground.PERMIT);
    assertThat(entry.legalReferences())
        .extracting(LogEntry.Provision::section)
        .containsExactly("55 § 1", "57 §");
    assertThat(entry.documents())
        .containsExactly(
            new LogEntry.Documents(
                "1506.11000",
                "Beslut om äldreservice",
                List.of(
                    new LogEntry.Task("OLDER_PEOPLE", "Äldreservice"),
                    new LogEntry.Task("DISABILITY", "Funktionshinderservice")),
                COUNTY_NAME,
                3));
    assertThat(entry.reasonCode()).isNull();
    assertThat(entry.reason()).isNull();
  }

  @Test
  void aDenialTellsItsReasonInWords() {
    LogEntry entry = tell(Events.denied(CLIENT, "REGISTER_RIGHT_ENDED"), "en");

    assertThat(entry.outcome()).isEqualTo(Outcome.DENIED);
    assertThat(entry.documents()).isEmpty();
    assertThat(entry.reasonCode()).isEqualTo("REGISTER_RIGHT_ENDED");
    assertThat(entry.reason()).isEqualTo("The register usage right has ended.");
    assertThat(entry.sentence()).endsWith("Reason: The register usage right has ended.");
  }

  @Test
  void aRightNamesTheOneThatMayUseTheRegisterAndWhoseRegisterItIs() {
    LogEntry entry = tell(Events.right(CLIENT, Change.GRANTED, null, null, null), "en");

    assertThat(entry.kind()).isEqualTo(Kind.RIGHT);
    assertThat(entry.outcome()).isNull();
    assertThat(entry.organisation()).isEqualTo(PRODUCER_NAME);
    assertThat(entry.unit()).isEqualTo(PRODUCER_UNIT_NAME);
    assertThat(entry.controllers()).containsExactly(COUNTY_NAME);
  }

  @Test
  void aLinkNamesWhoMadeItAndNeitherIdentifier() {
    ClientRef former = new ClientRef(new UUID(8, 8));
    LogEntry entry = tell(Events.link(CLIENT, former, 1, ClientLinked.State.LINKED), "en");

    assertThat(entry.kind()).isEqualTo(Kind.CLIENT_LINKED);
    assertThat(entry.organisation()).isEqualTo(COUNTY_NAME);
    assertThat(entry.outcome()).isNull();
    assertThat(JsonMapper.shared().writeValueAsString(entry))
        .doesNotContain(CLIENT.toString(), former.toString());
  }

  @Test
  void aDestructionTellsWhatWentFromWhoseRegisterAndByWhichLaw() {
    LogEntry entry = tell(Events.destroyed(CLIENT), "sv");

    assertThat(entry.kind()).isEqualTo(Kind.DOCUMENT_DESTROYED);
    assertThat(entry.outcome()).isNull();
    assertThat(entry.organisation()).isEqualTo(COUNTY_NAME);
    assertThat(entry.controllers()).containsExactly(COUNTY_NAME);
    assertThat(entry.documents()).hasSize(1);
    assertThat(entry.legalReferences())
        .extracting(LogEntry.Provision::section)
        .containsExactly("23 §", "24 §");
  }

  @Test
  void aVisibilitySearchTellsWhoAskedAndThatNothingWasOpened() {
    LogEntry entry = tell(Events.visibility(CLIENT), "en");

    assertThat(entry.kind()).isEqualTo(Kind.VISIBILITY_SEARCHED);
    assertThat(entry.outcome()).isNull();
    assertThat(entry.organisation()).isEqualTo(entry.controllers().getFirst());
    assertThat(entry.sentence()).contains("was not opened");
    assertThat(entry.documents()).hasSize(1);
  }

  @Test
  void aMinorsRefusedWishTellsThatItWasAndWhoDecidedButNoReasons() {
    LogEntry entry =
        tell(
            Events.guardianProhibition(
                CLIENT,
                GuardianProhibitionChanged.State.REFUSED,
                null,
                GuardianProhibitionChanged.Target.ALL),
            "en");

    assertThat(entry.kind()).isEqualTo(Kind.DECLARATION);
    assertThat(entry.organisation()).isEqualTo(COUNTY_NAME);
    assertThat(entry.reasonCode()).isEqualTo("MINOR_REASON_NOT_ACCEPTED");
    assertThat(entry.reason()).contains("professional judged");
    assertThat(entry.legalReferences()).extracting(LogEntry.Provision::section).contains("51 § 2");
  }

  @Test
  void aRepresentativesLookTellsByWhichRightOnly() {
    LogEntry entry =
        tell(
            Events.viewed(
                CLIENT, RepresentationRole.MANDATE, RepresentativeViewed.What.DOCUMENT_LIST),
            "en");

    assertThat(entry.kind()).isEqualTo(Kind.REPRESENTATIVE_VIEWED);
    assertThat(entry.representative()).isEqualTo(RepresentationRole.MANDATE);
    assertThat(entry.organisation()).isNull();
    assertThat(entry.documents()).isEmpty();
    assertThat(entry.sentence()).contains("authorised person", "list of documents");
  }

  @Test
  void anUnlawfulAccessTellsWhoSaysSoAndWhatToDo() {
    LogEntry entry = tell(Events.reviewed(CLIENT, BreakGlassReviewed.Outcome.UNLAWFUL), "en");

    assertThat(entry.kind()).isEqualTo(Kind.BREAK_GLASS_REVIEWED);
    assertThat(entry.controllers()).containsExactly(COUNTY_NAME);
    assertThat(entry.sentence())
        .as("a day by the clock of Helsinki")
        .contains("21 November 2026", "no lawful ground", "You can ask");
  }

  @Test
  void aDisclosureByOtherMeansTellsToWhomAndWhyButNoPerson() {
    LogEntry entry = tell(Events.noticed(CLIENT, true), "en");

    assertThat(entry.kind()).isEqualTo(Kind.DISCLOSURE_NOTICE);
    assertThat(entry.documents()).extracting(LogEntry.Documents::count).containsExactly(2);
    assertThat(entry.sentence())
        .contains("20 November 2026", "Itä-Suomen poliisilaitos (the police)", "(812/2000 18 §)");
    assertThat(tell(Events.noticed(CLIENT, false), "en").sentence())
        .contains("Recipient: a private person.");
  }

  @Test
  void aLogRequestTellsWhatBecameOfItAndByWhenItMustBeAnswered() {
    LogEntry entry = tell(Events.logRequest(CLIENT, LogRequestChanged.Change.RECEIVED), "en");

    assertThat(entry.kind()).isEqualTo(Kind.LOG_REQUEST);
    assertThat(entry.organisation()).isEqualTo(COUNTY_NAME);
    assertThat(entry.sentence()).contains("by 22 January 2027");
    assertThat(tell(Events.logRequest(CLIENT, LogRequestChanged.Change.REFUSED), "en").sentence())
        .contains("Data Protection Ombudsman");
  }

  @Test
  void aReadingOfTheLogTellsWhoReadHowManyEntriesAndNothingElse() {
    LogEntry entry = tell(Events.logSearched(CLIENT, true, 12), "en");

    assertThat(entry.kind()).isEqualTo(Kind.LOG_READ);
    assertThat(entry.organisation()).isEqualTo(PRODUCER_NAME);
    assertThat(entry.documents()).isEmpty();
    assertThat(entry.controllers()).isEmpty();
    assertThat(entry.sentence()).contains("12 log entries", "The search was about you.");
  }

  @Test
  void anAccessDespiteTheClientsWillIsAKindOfItsOwnAndBeginsAndEndsWithThat() {
    LogEntry given = tell(access(Outcome.PERMITTED, Ground.PROTECTION, 2), "en");
    LogEntry denied = tell(access(Outcome.DENIED, Ground.PROTECTION, 0), "en");

    assertThat(given.kind()).isEqualTo(Kind.BREAK_GLASS);
    assertThat(given.ground()).isEqualTo(Ground.PROTECTION);
    assertThat(given.outcome()).isEqualTo(Outcome.PERMITTED);
    assertThat(given.sentence())
        .startsWith("Exceptional search:")
        .contains("(703/2023 56 §)")
        .endsWith("for an explanation (703/2023 11 §).");
    assertThat(denied.kind()).isEqualTo(Kind.BREAK_GLASS);
    assertThat(denied.sentence())
        .startsWith("Exceptional search:")
        .contains("denied")
        .doesNotContain("explanation");
  }

  @ParameterizedTest
  @EnumSource(
      value = Ground.class,
      names = {"STATUTORY_AUTHORITY", "INCAPACITY", "JOINT_SERVICE"})
  void aGroundWithoutPermitSaysSoWithItsParagraph(Ground ground) {
    LogEntry given = tell(access(Outcome.PERMITTED, ground, 2), "en");
    LogEntry denied = tell(access(Outcome.DENIED, ground, 0), "en");

    assertThat(given.kind()).isEqualTo(Kind.ACCESS);
    assertThat(given.legalReferences()).isNotEmpty();
    for (LogEntry.Provision provision : given.legalReferences()) {
      assertThat(given.sentence()).contains(provision.section());
    }
    assertThat(given.sentence()).contains("without your permit");
    assertThat(denied.sentence()).doesNotContain("without your permit");
    assertThat(tell(access(Outcome.PERMITTED, Ground.PERMIT, 2), "en").sentence())
        .doesNotContain("without your permit");
  }

  @Test
  void aWideSearchTellsItsReason() {
    LogEntry wide = tell(Events.wideSearch(CLIENT, Outcome.PERMITTED, 1), "sv");

    assertThat(wide.kind()).isEqualTo(Kind.ACCESS);
    assertThat(wide.wideSearch()).isEqualTo("Utredning av servicebehovet");
    assertThat(wide.sentence()).contains("omfattande informationssökning", wide.wideSearch());
    assertThat(tell(Events.read(CLIENT, 1), "sv").wideSearch()).isNull();
  }

  @Test
  void patientDataAreToldToComeFromHealthCare() {
    LogEntry entry = tell(Events.fromHealthCare(CLIENT, Ground.PERMIT, Outcome.PERMITTED, 1), "en");

    assertThat(entry.source()).isEqualTo(Sector.HEALTH);
    assertThat(entry.sentence()).contains("registers of health care", "53 § 2");
    assertThat(entry.documents().getFirst().serviceTasks()).isEmpty();
    assertThat(JsonMapper.shared().writeValueAsString(tell(Events.read(CLIENT, 1), "en")))
        .doesNotContain("source", "wideSearch", "representative");
  }

  @Test
  void aRepresentativesActIsToldByTheRightNotByTheName() {
    RepresentationRole role = RepresentationRole.GUARDIAN_OF_MINOR;
    LogEntry own = tell(Events.informing(CLIENT, Channel.CITIZEN, role), "fi");
    LogEntry recorded = tell(Events.informing(CLIENT, Channel.PROVIDER, role), "fi");

    assertThat(own.organisation()).isNull();
    assertThat(own.representative()).isEqualTo(role);
    assertThat(own.sentence()).startsWith("Edustajasi (huoltaja) vahvisti puolestasi");
    assertThat(recorded.organisation()).isEqualTo(COUNTY_NAME);
    assertThat(recorded.sentence()).contains("edustajallesi (huoltaja)");
    assertThat(tell(Events.informing(CLIENT, Channel.CITIZEN), "fi").representative()).isNull();
  }

  @Test
  void aRepresentationStandsInTheLogOfWhomItIsForAndTellsNothingOfABar() {
    RepresentationRole role = RepresentationRole.MANDATE;
    RepresentationChanged.State state = RepresentationChanged.State.REGISTERED;
    Event barred = Events.representation(CLIENT, role, 2, state, null, null);
    LogEntry entry = tell(barred, "en");

    assertThat(LogRow.of(barred).map(LogRow::client)).contains(CLIENT);
    assertThat(entry.kind()).isEqualTo(Kind.REPRESENTATION);
    assertThat(entry.representative()).isEqualTo(role);
    assertThat(entry.organisation()).isNull();
    assertThat(JsonMapper.shared().writeValueAsString(entry))
        .doesNotContain(Events.REPRESENTATIVE.toString())
        .doesNotContainIgnoringCase("block")
        .doesNotContain("true");
  }

  @Test
  void theClientsOwnActNamesNobodyElse() {
    assertThat(tell(Events.informing(CLIENT, Channel.CITIZEN), "fi").organisation()).isNull();
    assertThat(tell(Events.informing(CLIENT, Channel.PROVIDER), "fi").organisation())
        .isEqualTo(COUNTY_NAME);
  }

  @Test
  void anEntryIsToldEvenWhileNoNameIsKnown() {
    LogEntry entry =
        ENTRIES.tell(
            ID, TIME, Events.right(CLIENT, Change.ENDED, null, TIME, null), Names.NONE, "en");

    assertThat(entry.organisation()).isNull();
    assertThat(entry.controllers()).isEmpty();
    assertThat(entry.sentence()).contains("An organisation whose name has not reached the log yet");
  }

  @Test
  void codesThatTheCodeSetsNoLongerHaveBecomeGeneralWords() {
    RecordsQueried known = Events.read(CLIENT, 1);
    RecordsQueried event =
        new RecordsQueried(
            known.queryId(),
            CLIENT,
            TIME,
            Outcome.DENIED,
            "SOME_OLD_CODE",
            known.requester(),
            "SOME_OLD_PURPOSE",
            Basis.OWN_REGISTER,
            null,
            "ACT_1",
            List.of("SOME_OLD_ACT"),
            List.of(new Controller(Events.COUNTY, COUNTY_NAME)),
            List.of(
                new RecordsQueried.DocumentGroup(
                    Events.PRODUCER, "9999.1", Set.of(ServiceTask.FAMILIES), 1)),
            true,
            null,
            null,
            null,
            null);

    LogEntry entry = tell(event, "en");

    assertThat(entry.purpose()).isEqualTo("Another purpose");
    assertThat(entry.legalReferences()).isEmpty();
    assertThat(entry.documents().getFirst().displayName()).isEqualTo("Document");
    assertThat(entry.documents().getFirst().controller()).isNull();
    assertThat(entry.reason()).isEqualTo("Another reason.");
    assertThat(entry.sentence()).doesNotContain("SOME_OLD");
  }

  @Test
  void noEntryHoldsAnOidOrAProfessional() {
    JsonMapper json = JsonMapper.builder().build();
    Cases.all()
        .forEach((name, event) -> {
          for (String language : List.of("fi", "sv", "en")) {
            assertThat(json.writeValueAsString(tell(event, language)))
                .as(name)
                .doesNotContain(Events.PROFESSIONAL, "WORKER", CLIENT.toString())
                .doesNotContainPattern(OID);
          }
        });
  }

  @Test
  void everyNameThatAnEntryNeedsIsAskedFor() {
    Cases.all()
        .forEach((name, event) ->
            assertThat(LogRow.of(event).map(LogRow::client)).as(name).contains(CLIENT));
    assertThat(Entries.nameless(Events.right(CLIENT, Change.GRANTED, null, null, null)))
        .containsExactlyInAnyOrder(Events.COUNTY, Events.PRODUCER, Events.PRODUCER_UNIT);
    assertThat(Entries.nameless(Events.read(CLIENT, 1))).isEmpty();
  }

  @Test
  void whatIsAboutNoClientStandsInNoLog() {
    Event organisation =
        Events.organisation(
            Events.PRODUCER, PRODUCER_NAME, Events.PRODUCER_UNIT, PRODUCER_UNIT_NAME);
    Event watermark = new Watermark("/x", TIME);

    for (Event event : List.of(organisation, watermark)) {
      assertThat(LogRow.of(event)).isEmpty();
      assertThat(Entries.nameless(event)).isEmpty();
      assertThatThrownBy(() -> tell(event, "fi")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Event access(Outcome outcome, Ground ground, int count) {
    String reason = outcome == Outcome.DENIED ? "NO_CLIENT_RELATIONSHIP" : null;
    return Events.access(CLIENT, outcome, Basis.DISCLOSURE, ground, reason, count, true);
  }

  private static LogEntry tell(Event event, String language) {
    return ENTRIES.tell(ID, TIME, event, Cases.NAMES, language);
  }
}
