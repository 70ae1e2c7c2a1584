package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.ProtectionNeed.NoPermit;
import fi.lupa.disclosure.decision.ProtectionNeed.Reason;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Statutory grounds: who may use which, what must be stated, what they pass over and what not. */
class GroundRulesTest {
  /** What only statutory grounds ask. */
  static final Set<Rule> RULES =
      Set.of(
          Rule.SECTOR_OF_REQUESTER,
          Rule.GROUND_IN_LAW,
          Rule.AUTHORITY_ASKS,
          Rule.WIDE_SEARCH_EXPLAINED,
          Rule.ROLE_MAY_SEARCH_WIDELY,
          Rule.INCAPACITY_STATED,
          Rule.CARE_INCAPACITY_STATED,
          Rule.PROTECTION_NEEDED,
          Rule.PROTECTION_RECIPIENT,
          Rule.JOINT_SERVICE_UNIT,
          Rule.NECESSITY_STATED);

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  private static final ClientRef GUARDIAN = new ClientRef(new UUID(1, 2));
  private static final Oid NORTH = Oids.organisation(50_000_001);
  private static final Oid SOUTH = Oids.organisation(50_000_002);
  private static final Oid PRODUCER = Oids.organisation(50_000_003);
  private static final Oid HOSPITAL = Oids.organisation(50_000_004);
  private static final Oid CLINIC = Oids.organisation(50_000_005);

  private static final Role MAY_NOT = TestRoles.role("ADMINISTRATION");
  private static final ProtectionNeed CHILD =
      new ProtectionNeed(Reason.CHILDS_INTEREST, NoPermit.PROHIBITED, false);

  private static final List<Given.Fact> HOUSES =
      List.of(
          Given.organisation(NORTH, "SOCIAL", "PUBLIC"),
          Given.organisation(SOUTH, "SOCIAL", "PUBLIC"),
          Given.organisation(PRODUCER, "SOCIAL", "PRIVATE"),
          Given.organisation(HOSPITAL, "HEALTH", "PUBLIC"),
          Given.organisation(CLINIC, "HEALTH", "PRIVATE"));

  private static Facts facts(Given.Fact... more) {
    Map<String, Given.Fact> newest = new LinkedHashMap<>();
    Stream.concat(HOUSES.stream(), Stream.of(more)).forEach(fact -> newest.put(fact.id(), fact));
    return Facts.of(newest.values().stream().map(Given.Fact::event).toList())
        .tiedBy(Stream.of(SOUTH, PRODUCER).map(GroundRulesTest::client).toList());
  }

  private static Tie client(Oid of) {
    return new Tie(Tie.Kind.MATTER, new Oid("1.2.3"), 1, of, null, null);
  }

  private static Stated stated(Ground ground) {
    return new Stated(
        ground,
        false,
        ground == Ground.STATUTORY_AUTHORITY,
        true,
        ground == Ground.INCAPACITY,
        ground == Ground.PROTECTION ? CHILD : null);
  }

  /** Somebody there whose task such grounds are for. */
  private static Role may(Oid who) {
    return TestRoles.role(Given.role(who));
  }

  private static Inquiry asks(Oid who, @Nullable Role role, Stated stated) {
    boolean health = who.equals(HOSPITAL) || who.equals(CLINIC);
    return new Inquiry(
        Basis.DISCLOSURE,
        who,
        Oids.unit(who, 1),
        null,
        true,
        health ? Relationship.CARE_RELATIONSHIP : Relationship.CLIENT_RELATIONSHIP,
        Set.of(),
        Set.of(),
        Sector.SOCIAL,
        role,
        stated,
        NOW);
  }

  private static String outcome(Inquiry inquiry, Facts facts) {
    return outcome(inquiry, facts, Rulebook.ACT_703_2023);
  }

  private static String outcome(Inquiry inquiry, Facts facts, Rulebook rulebook) {
    return switch (rulebook.decide(inquiry, facts)) {
      case Verdict.Denied denied -> denied.rule().code();
      case Verdict.Allowed allowed -> String.join(" ", allowed.legalReferences());
    };
  }

  @Test
  void aJointServiceIsGivenByTheUnitThatTheRegisterNames() {
    Inquiry asked = asks(HOSPITAL, may(HOSPITAL), stated(Ground.JOINT_SERVICE));
    assertThat(outcome(asked, facts(hospital(1, joint(NORTH))))).isEqualTo("ACT_703_2023_S53_1");
    assertThat(outcome(asked, facts(hospital(2, joint(NORTH)))))
        .isEqualTo("STATUTORY_GROUND_INVALID");
    // as it was told before services could be
    assertThat(outcome(asked, facts(hospital(1, Map.of("jointService", true)))))
        .isEqualTo("STATUTORY_GROUND_INVALID");
  }

  private static Given.Fact hospital(int unit, Map<String, ?> more) {
    Map<String, Object> one = new LinkedHashMap<>(more);
    one.put("oid", Oids.unit(HOSPITAL, unit));
    one.put("name", Map.of("fi", "Perhekeskus"));
    Map<String, Object> other =
        Map.of("oid", Oids.unit(HOSPITAL, 3 - unit), "name", Map.of("fi", "Muu yksikkö"));
    return Given.organisation(HOSPITAL, "HEALTH", "PUBLIC").with("units", List.of(one, other));
  }

  private static Map<String, ?> joint(Oid partner) {
    return Map.of(
        "jointServices",
        List.of(
            Map.of(
                "serviceTasks",
                List.of("FAMILIES"),
                "partners",
                List.of(partner),
                "start",
                "2026-01-01")));
  }

  @ParameterizedTest
  @CsvSource({
    "SOUTH, STATUTORY_AUTHORITY, ACT_703_2023_S55_2_AUTHORITY ACT_703_2023_S57",
    "PRODUCER, STATUTORY_AUTHORITY, NOT_AUTHORITY",
    "HOSPITAL, STATUTORY_AUTHORITY, WRONG_SECTOR",
    "SOUTH, INCAPACITY, ACT_703_2023_S55_2_INCAPACITY ACT_703_2023_S57",
    "PRODUCER, INCAPACITY, ACT_703_2023_S55_2_INCAPACITY ACT_703_2023_S57",
    "HOSPITAL, INCAPACITY, ACT_703_2023_S53_6",
    "CLINIC, INCAPACITY, ACT_703_2023_S53_6",
    "SOUTH, PROTECTION, ACT_703_2023_S56",
    "PRODUCER, PROTECTION, STATUTORY_GROUND_INVALID",
    "HOSPITAL, PROTECTION, ACT_703_2023_S56",
    "CLINIC, PROTECTION, STATUTORY_GROUND_INVALID",
    "SOUTH, JOINT_SERVICE, WRONG_SECTOR",
    "HOSPITAL, JOINT_SERVICE, STATUTORY_GROUND_INVALID",
    "SOUTH, PERMIT, TEMPORARY_ID_NO_PERMIT"
  })
  void eachGroundIsForThoseWhomTheLawNames(String who, Ground ground, String outcome) {
    assertThat(outcome(asks(named(who), may(named(who)), stated(ground)), facts()))
        .isEqualTo(outcome);
  }

  private static Oid named(String who) {
    return switch (who) {
      case "SOUTH" -> SOUTH;
      case "PRODUCER" -> PRODUCER;
      case "HOSPITAL" -> HOSPITAL;
      default -> CLINIC;
    };
  }

  @Test
  void anAuthorityTellsWhyItSearchesWidelyInARoleThatMay() {
    Stated silent = new Stated(Ground.STATUTORY_AUTHORITY, false, false, true, false, null);
    Stated unsure = new Stated(Ground.STATUTORY_AUTHORITY, false, true, false, false, null);
    Stated whole = stated(Ground.STATUTORY_AUTHORITY);
    assertThat(outcome(asks(SOUTH, may(SOUTH), silent), facts()))
        .isEqualTo("WIDE_SEARCH_REASON_MISSING");
    assertThat(outcome(asks(SOUTH, MAY_NOT, whole), facts())).isEqualTo("WIDE_SEARCH_NOT_ALLOWED");
    assertThat(outcome(asks(SOUTH, null, whole), facts())).isEqualTo("ROLE_MISSING");
    assertThat(outcome(asks(SOUTH, may(SOUTH), unsure), facts()))
        .isEqualTo("NECESSITY_NOT_CONFIRMED");
  }

  @Test
  void incapacityMustBeStated() {
    Stated silent = new Stated(Ground.INCAPACITY, false, false, true, false, null);
    Stated unsure = new Stated(Ground.INCAPACITY, false, false, false, true, null);
    assertThat(outcome(asks(SOUTH, may(SOUTH), silent), facts()))
        .isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(outcome(asks(HOSPITAL, may(HOSPITAL), silent), facts()))
        .isEqualTo("INCAPACITY_NOT_STATED");
    assertThat(outcome(asks(SOUTH, may(SOUTH), unsure), facts()))
        .isEqualTo("NECESSITY_NOT_CONFIRMED");
    assertThat(outcome(asks(HOSPITAL, may(HOSPITAL), unsure), facts()))
        .isEqualTo("NECESSITY_NOT_CONFIRMED");
  }

  /** 55 § 2 and 53 § 6: only of a client who has no legal representative. */
  @Test
  void whoHasALegalRepresentativeCanHaveAPermitGiven() {
    Given.Fact guardian = Given.representation(CLIENT, GUARDIAN, "LEGAL_GUARDIAN");
    assertThat(incapable(SOUTH, guardian)).isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(incapable(HOSPITAL, guardian)).isEqualTo("INCAPACITY_NOT_STATED");
    assertThat(incapable(SOUTH, guardian.with("role", "CONTINUING_POWER")))
        .isEqualTo("STATUTORY_GROUND_INVALID");
    for (Given.Fact none :
        List.of(
            guardian.with("state", "ENDED"),
            guardian.with("blocked", true),
            guardian.with("validUntil", "2026-01-31"),
            guardian.with("validFrom", "2099-01-01"),
            guardian.with("matters", List.of("HEALTH_CARE")),
            guardian.with("role", "MANDATE"))) {
      assertThat(incapable(SOUTH, none)).as("%s", none.data()).startsWith("ACT_703_2023_S55_2");
    }
  }

  private static String incapable(Oid who, Given.Fact representation) {
    return incapable(who, representation, LocalDate.parse("1980-01-01"));
  }

  private static String incapable(Oid who, Given.Fact representation, @Nullable LocalDate born) {
    return outcome(
        asks(who, may(who), stated(Ground.INCAPACITY)), facts(representation).bornOn(born));
  }

  /** A minor's guardian can give it, until the minor comes of age. */
  @Test
  void aMinorsGuardianIsALegalRepresentativeToo() {
    Given.Fact guardian = Given.representation(CLIENT, GUARDIAN, "GUARDIAN_OF_MINOR");
    LocalDate ofAgeToday = LocalDate.parse("2008-11-22");
    assertThat(incapable(SOUTH, guardian, ofAgeToday.plusDays(1)))
        .isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(incapable(HOSPITAL, guardian, ofAgeToday.plusDays(1)))
        .isEqualTo("INCAPACITY_NOT_STATED");
    assertThat(incapable(SOUTH, guardian, ofAgeToday)).startsWith("ACT_703_2023_S55_2");
    assertThat(incapable(SOUTH, guardian, null))
        .as("whose age isn't known")
        .isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(incapable(SOUTH, guardian.with("blocked", true), ofAgeToday.plusDays(1)))
        .startsWith("ACT_703_2023_S55_2");
  }

  @ParameterizedTest
  @CsvSource({
    "EVIDENT_NEED_OF_CARE, CANNOT_BE_HAD, true",
    "EVIDENT_NEED_OF_CARE, PROHIBITED, true",
    "CHILDS_INTEREST, CANNOT_BE_HAD, true",
    "CHILDS_INTEREST, PROHIBITED, true",
    "CLIENTS_NECESSARY_INTEREST, CANNOT_BE_HAD, true",
    "CLIENTS_NECESSARY_INTEREST, PROHIBITED, false"
  })
  void theClientsOwnInterestCountsOnlyWhereNoPermitCanBeHad(
      Reason reason, NoPermit permit, boolean allowed) {
    String outcome = outcome(protecting(SOUTH, reason, permit, false), facts());
    assertThat(outcome).isEqualTo(allowed ? "ACT_703_2023_S56" : "STATUTORY_GROUND_INVALID");
  }

  private static Inquiry protecting(Oid who, Reason reason, NoPermit permit, boolean immediate) {
    ProtectionNeed need = new ProtectionNeed(reason, permit, immediate);
    return asks(who, may(who), new Stated(Ground.PROTECTION, false, false, true, false, need));
  }

  @Test
  void protectionMustBeStatedAndNecessary() {
    Stated silent = new Stated(Ground.PROTECTION, false, false, true, false, null);
    Stated unsure = new Stated(Ground.PROTECTION, false, false, false, false, CHILD);
    assertThat(outcome(asks(SOUTH, may(SOUTH), silent), facts()))
        .isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(outcome(asks(SOUTH, may(SOUTH), unsure), facts()))
        .isEqualTo("NECESSITY_NOT_CONFIRMED");
    assertThat(outcome(asks(SOUTH, MAY_NOT, stated(Ground.PROTECTION)), facts()))
        .isEqualTo("WIDE_SEARCH_NOT_ALLOWED");
  }

  @Test
  void aPrivateProviderGetsWhatImmediateCareNeedsOrActsForAnAuthority() {
    for (Oid who : List.of(PRODUCER, CLINIC)) {
      assertThat(
              outcome(
                  protecting(who, Reason.EVIDENT_NEED_OF_CARE, NoPermit.PROHIBITED, true), facts()))
          .isEqualTo("ACT_703_2023_S56");
    }
    Inquiry later = protecting(PRODUCER, Reason.CHILDS_INTEREST, NoPermit.PROHIBITED, false);
    Given.Fact right = Given.right(CLIENT, NORTH, PRODUCER);
    assertThat(outcome(later, facts(right))).isEqualTo("ACT_703_2023_S56");
    assertThat(outcome(later, facts(right.ended("2026-11-01T10:00:00Z"))))
        .isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(outcome(later, facts(Given.right(CLIENT, CLINIC, PRODUCER))))
        .isEqualTo("STATUTORY_GROUND_INVALID");
  }

  @ParameterizedTest
  @EnumSource(
      value = Ground.class,
      names = {"STATUTORY_AUTHORITY", "INCAPACITY", "PROTECTION"})
  void aStatutoryGroundPassesOverPermitAndProhibitionsAndNothingElse(Ground ground) {
    Doc document =
        new Doc(
            Oids.document(),
            NORTH,
            "1506.11000",
            Set.of(ServiceTask.FAMILY_LAW),
            Set.of(),
            NOW,
            true,
            null);
    Facts prohibited =
        facts(
            Given.permit(CLIENT, "SOCIAL_CARE").with("state", "REFUSED"),
            Given.prohibition(CLIENT, "CONTROLLER", "controller", NORTH),
            Given.prohibition(CLIENT, "SERVICE_TASK", "serviceTask", "FAMILY_LAW"),
            Given.prohibition(CLIENT, "DOCUMENT", "document", document.documentOid()));
    assertThat(judged(asks(SOUTH, may(SOUTH), stated(ground)), prohibited, document))
        .isEqualTo(DocumentVerdict.GIVEN);

    Facts left = facts(Given.organisation(NORTH, "SOCIAL", "PUBLIC").with("status", "LEFT"));
    assertThat(judged(asks(SOUTH, may(SOUTH), stated(ground)), left, document))
        .isInstanceOfSatisfying(
            DocumentVerdict.Withheld.class,
            withheld -> assertThat(withheld.rule()).isEqualTo(Rule.SOURCE_JOINED));
  }

  @ParameterizedTest
  @EnumSource(
      value = Ground.class,
      names = {"INCAPACITY", "PROTECTION"})
  void healthCareSeesNoMoreKindsOfDocumentsThanWithAPermit(Ground ground) {
    for (String type : List.of("1506.15019", "1506.19014", "1506.11000")) {
      Doc document =
          new Doc(
              Oids.document(),
              NORTH,
              type,
              Set.of(ServiceTask.OLDER_PEOPLE),
              Set.of(),
              NOW,
              false,
              null);
      assertThat(judged(asks(HOSPITAL, may(HOSPITAL), stated(ground)), facts(), document))
          .isInstanceOf(DocumentVerdict.Withheld.class);
    }
  }

  private static DocumentVerdict judged(Inquiry inquiry, Facts facts, Doc document) {
    Verdict verdict = Rulebook.ACT_703_2023.decide(inquiry, facts);
    assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
    return ((Verdict.Allowed) verdict).documentRules().judge(document);
  }
}
