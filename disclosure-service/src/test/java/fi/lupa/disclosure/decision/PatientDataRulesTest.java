package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From health care to social care (facts 10.5), row by row. */
class PatientDataRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T10:00:00Z");
  private static final Oid COUNTY = Oids.organisation(91000005);
  private static final Oid PRODUCER = Oids.organisation(93000009);
  private static final Oid HOSPITAL = Oids.organisation(94000000);
  private static final Oid CLINIC = Oids.organisation(94000001);
  private static final ClientRef CLIENT = Client.person().ref();

  private static final Stated PERMIT = new Stated(Ground.PERMIT, true, false, false, false, null);

  private final Given.Fact informed = Given.informed(CLIENT);
  private final Given.Fact permit = permit(target("PUBLIC_SOCIAL_CARE", null, "SUMMARY"));

  @Test
  void whatTheClientHasChosenIsGiven() {
    assertThat(judged(COUNTY, PERMIT, document(PatientDataGroup.SUMMARY), informed, permit))
        .isEqualTo("given");
    assertThat(judged(COUNTY, PERMIT, document(PatientDataGroup.ENTRIES), informed, permit))
        .isEqualTo("PERMIT_OTHER_DATA_GROUP");
    assertThat(law(COUNTY, PERMIT, informed, permit))
        .containsExactly("ACT_703_2023_S53_2", "DECREE_457_2024_S25_1", "DECREE_457_2024_S25_3");
  }

  @Test
  void withoutInformingOrPermitNothingGoes() {
    assertThat(denied(COUNTY, PERMIT)).isEqualTo("NOT_INFORMED");
    assertThat(denied(COUNTY, PERMIT, informed)).isEqualTo("NO_CROSS_PERMIT");
    assertThat(denied(COUNTY, PERMIT, informed, Given.permit(CLIENT, "SOCIAL_CARE")))
        .isEqualTo("NO_CROSS_PERMIT");
    assertThat(denied(COUNTY, PERMIT, informed, permit.with("state", "REFUSED")))
        .isEqualTo("PERMIT_REFUSED");
    assertThat(denied(COUNTY, PERMIT, informed, permit.with("state", "WITHDRAWN")))
        .isEqualTo("PERMIT_WITHDRAWN");
  }

  /** All public social care, or the one that is named. */
  @ParameterizedTest
  @CsvSource({
    "PUBLIC_SOCIAL_CARE, , true, false",
    "STATE_UNIT, COUNTY, true, false",
    "PRIVATE_PROVIDER, PRODUCER, false, true",
    "PRIVATE_PROVIDER, COUNTY, true, false",
  })
  void onlyTheRecipientThatTheClientNames(
      String type, @Nullable String named, boolean county, boolean producer) {
    Oid organisation = named == null ? null : named.equals("COUNTY") ? COUNTY : PRODUCER;
    Given.Fact given = permit(target(type, organisation, "ENTRIES"));
    assertThat(denied(COUNTY, PERMIT, informed, given))
        .isEqualTo(county ? "" : "PERMIT_OTHER_RECIPIENT");
    assertThat(denied(PRODUCER, PERMIT, informed, given))
        .isEqualTo(producer ? "" : "PERMIT_OTHER_RECIPIENT");
  }

  /** A target counts as a whole: its data and its period. */
  @Test
  void theDaysAreThoseOfTheTargetThatCoversTheData() {
    Given.Fact given =
        permit(
            period("SUMMARY", "2026-03-10", null), period("ENTRIES", "2020-01-01", "2026-03-09"));
    assertThat(judged(COUNTY, PERMIT, document(PatientDataGroup.SUMMARY), informed, given))
        .isEqualTo("given");
    assertThat(judged(COUNTY, PERMIT, document(PatientDataGroup.ENTRIES), informed, given))
        .isEqualTo("PERMIT_OTHER_PERIOD");
  }

  @Test
  void theClientsProhibitionsAndClosedDocumentsStayOut() {
    Doc document = document(PatientDataGroup.SUMMARY);
    Given.Fact controller = Given.prohibition(CLIENT, "CONTROLLER", "controller", HOSPITAL);
    Given.Fact single = Given.prohibition(CLIENT, "DOCUMENT", "document", document.documentOid());
    assertThat(judged(COUNTY, PERMIT, document, informed, permit, controller))
        .isEqualTo("PROHIBITED_CONTROLLER");
    assertThat(judged(COUNTY, PERMIT, document, informed, permit, single))
        .isEqualTo("PROHIBITED_DOCUMENT");
    assertThat(judged(COUNTY, PERMIT, old(), informed, permit)).isEqualTo("CLOSED_BY_DEFAULT");
    assertThat(
            judged(
                COUNTY,
                PERMIT,
                document,
                informed,
                permit,
                organisation(HOSPITAL, "HEALTH", "PUBLIC").with("status", "SUSPENDED")))
        .isEqualTo("SOURCE_NOT_JOINED");
  }

  @Test
  void whatIsInsideHealthCareIsNotLupas() {
    assertThat(denied(CLINIC, PERMIT, informed, permit)).isEqualTo("WRONG_SECTOR");
  }

  @Test
  void theFunctionAndTheRelationshipAreNeededAsEverywhere() {
    Given.Fact without =
        organisation(COUNTY, "SOCIAL", "PUBLIC").with("functions", List.of("SOCIAL_DISCLOSURE"));
    assertThat(denied(COUNTY, PERMIT, informed, permit, without))
        .isEqualTo("CROSS_SECTOR_NOT_ENABLED");
    Inquiry claimed = inquiry(COUNTY, PERMIT, Relationship.CLIENT_RELATIONSHIP);
    assertThat(code(Rulebook.ACT_703_2023.decide(claimed, facts(informed, permit))))
        .isEqualTo("NO_CLIENT_RELATIONSHIP");
  }

  @Test
  void anAuthorityGetsWhatItsTaskNeedsWithoutPermitAndDespiteProhibitions() {
    Stated authority = new Stated(Ground.STATUTORY_AUTHORITY, true, true, true, false, null);
    Given.Fact no = Given.prohibition(CLIENT, "CONTROLLER", "controller", HOSPITAL);
    assertThat(judged(COUNTY, authority, document(PatientDataGroup.ENTRIES), no))
        .isEqualTo("given");
    assertThat(law(COUNTY, authority))
        .containsExactly("ACT_703_2023_S53_5_AUTHORITY", "ACT_703_2023_S57");
    assertThat(denied(PRODUCER, authority)).isEqualTo("NOT_AUTHORITY");
  }

  @Test
  void incapacityIsStatedAndNecessityConfirmed() {
    Stated incapacity = new Stated(Ground.INCAPACITY, true, false, true, true, null);
    assertThat(law(PRODUCER, incapacity))
        .containsExactly("ACT_703_2023_S53_5_INCAPACITY", "ACT_703_2023_S57");
    assertThat(denied(COUNTY, new Stated(Ground.INCAPACITY, true, false, false, true, null)))
        .isEqualTo("NECESSITY_NOT_CONFIRMED");
    assertThat(denied(COUNTY, new Stated(Ground.INCAPACITY, true, false, true, false, null)))
        .isEqualTo("STATUTORY_GROUND_INVALID");
  }

  /** Decree 457/2024 19 §. */
  @ParameterizedTest
  @CsvSource({
    "WIDE_RESPONSIBILITY, given",
    "SERVICE_ORGANISING, given",
    "SERVICE_PROVISION, ROLE_SCOPE",
    "CHILD_WELFARE_SUPERVISOR, ROLE_SCOPE",
    "ADMINISTRATION, ROLE_SCOPE",
  })
  void theRoleMustBeOneThatSeesThem(String role, String outcome) {
    Facts facts = facts(informed, permit);
    Verdict verdict =
        Rulebook.ACT_703_2023.decide(
            inquiry(COUNTY, PERMIT, Relationship.OTHER_TASK, TestRoles.role(role)), facts);
    assertThat(judged(verdict, document(PatientDataGroup.SUMMARY))).isEqualTo(outcome);
  }

  @Test
  void groundsOfOthersAreNotItsOwn() {
    assertThat(
            denied(
                COUNTY,
                new Stated(
                    Ground.PROTECTION,
                    true,
                    false,
                    true,
                    false,
                    new ProtectionNeed(
                        ProtectionNeed.Reason.EVIDENT_NEED_OF_CARE,
                        ProtectionNeed.NoPermit.CANNOT_BE_HAD,
                        true))))
        .isEqualTo("STATUTORY_GROUND_INVALID");
    assertThat(denied(COUNTY, new Stated(Ground.JOINT_SERVICE, true, false, true, false, null)))
        .isEqualTo("WRONG_SECTOR");
  }

  @ParameterizedTest
  @EnumSource
  void theDraftKnewNoPatientData(Rulebook rulebook) {
    Verdict verdict =
        rulebook.decide(inquiry(COUNTY, PERMIT, Relationship.OTHER_TASK), facts(informed, permit));
    assertThat(code(verdict))
        .isEqualTo(rulebook == Rulebook.DRAFT_2020 ? "CROSS_SECTOR_NOT_ENABLED" : "");
  }

  @Test
  void onlyPatientDataOfOthersAreInReach() {
    Verdict.Allowed allowed =
        (Verdict.Allowed)
            Rulebook.ACT_703_2023.decide(
                inquiry(COUNTY, PERMIT, Relationship.OTHER_TASK), facts(informed, permit));
    assertThat(allowed.scope()).isEqualTo(Scope.patientData(COUNTY, null));
    assertThat(allowed.scope().source()).isEqualTo(Sector.HEALTH);
  }

  private static String denied(Oid by, Stated stated, Given.Fact... facts) {
    return code(
        Rulebook.ACT_703_2023.decide(inquiry(by, stated, Relationship.OTHER_TASK), facts(facts)));
  }

  private static List<String> law(Oid by, Stated stated, Given.Fact... facts) {
    Verdict verdict =
        Rulebook.ACT_703_2023.decide(inquiry(by, stated, Relationship.OTHER_TASK), facts(facts));
    assertThat(code(verdict)).isEmpty();
    return ((Verdict.Allowed) verdict).legalReferences();
  }

  private static String judged(Oid by, Stated stated, DocumentFacts document, Given.Fact... facts) {
    Verdict verdict =
        Rulebook.ACT_703_2023.decide(inquiry(by, stated, Relationship.OTHER_TASK), facts(facts));
    return judged(verdict, document);
  }

  private static String judged(Verdict verdict, DocumentFacts document) {
    assertThat(code(verdict)).isEmpty();
    return switch (((Verdict.Allowed) verdict).documentRules().judge(document)) {
      case DocumentVerdict.Given _ -> "given";
      case DocumentVerdict.OutOfScope _ -> "out of scope";
      case DocumentVerdict.Withheld withheld -> withheld.rule().code();
    };
  }

  private static String code(Verdict verdict) {
    return verdict instanceof Verdict.Denied denied ? denied.rule().code() : "";
  }

  private static Inquiry inquiry(Oid by, Stated stated, Relationship relationship) {
    return inquiry(by, stated, relationship, TestRoles.role(Given.role(by)));
  }

  private static Inquiry inquiry(Oid by, Stated stated, Relationship relationship, Role role) {
    return new Inquiry(
        Basis.DISCLOSURE,
        by,
        Oids.unit(by, 1),
        null,
        false,
        relationship,
        Set.of(),
        Set.of(),
        Sector.HEALTH,
        role,
        stated,
        NOON);
  }

  private static Facts facts(Given.Fact... more) {
    List<Given.Fact> all = new ArrayList<>();
    all.add(organisation(COUNTY, "SOCIAL", "PUBLIC"));
    all.add(organisation(PRODUCER, "SOCIAL", "PRIVATE"));
    all.add(organisation(HOSPITAL, "HEALTH", "PUBLIC"));
    all.add(organisation(CLINIC, "HEALTH", "PRIVATE"));
    for (Given.Fact one : more) {
      all.removeIf(other -> other.id().equals(one.id()));
      all.add(one);
    }
    return Facts.of(all.stream().map(Given.Fact::event).toList());
  }

  private static Given.Fact organisation(Oid oid, String sector, String ownership) {
    return Given.organisation(oid, sector, ownership);
  }

  private static Given.Fact permit(Object... targets) {
    return Given.permit(CLIENT, "HEALTH_TO_SOCIAL", targets);
  }

  private static Map<String, Object> target(
      String type, @Nullable Oid organisation, String... groups) {
    return Map.of(
        "recipient",
        organisation == null
            ? Map.of("type", type)
            : Map.of("type", type, "organisation", organisation.value()),
        "serviceTasks",
        List.of(),
        "dataGroups",
        List.of(groups));
  }

  private static Map<String, Object> period(String group, String from, @Nullable String to) {
    Map<String, Object> target = new HashMap<>(target("PUBLIC_SOCIAL_CARE", null, group));
    target.put("recordedFrom", from);
    if (to != null) {
      target.put("recordedTo", to);
    }
    return target;
  }

  private static Doc document(PatientDataGroup group) {
    return patientData(group, false);
  }

  private static Doc old() {
    return patientData(PatientDataGroup.SUMMARY, true);
  }

  /** Recorded on 10 March. */
  private static Doc patientData(PatientDataGroup group, boolean old) {
    return new Doc(
        Oids.document(),
        HOSPITAL,
        "9001.1",
        Set.<ServiceTask>of(),
        Set.of(),
        Instant.parse("2026-03-10T09:00:00Z"),
        old,
        null,
        group);
  }
}
