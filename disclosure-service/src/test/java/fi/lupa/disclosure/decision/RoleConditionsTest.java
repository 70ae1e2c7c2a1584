package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the decree adds to a way of access, and in which place. */
class RoleConditionsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Oid NORTH = Oids.organisation(52_000_001);
  private static final Oid HOSPITAL = Oids.organisation(52_000_002);
  private static final Facts FACTS =
      Facts.of(
          List.of(
              Given.organisation(NORTH, "SOCIAL", "PUBLIC").event(),
              Given.organisation(HOSPITAL, "HEALTH", "PUBLIC").event()));
  private static final Doc PATIENT_DATA =
      new Doc(Oids.document(), HOSPITAL, "1506.20001", Set.of(), Set.of(), NOW, false, null);
  private static final Course WAY =
      new Course(
          Way.OWN_REGISTER,
          List.of(
              Condition.of(Rule.ORGANISATION_JOINED, true),
              Condition.of(Rule.UNIT_OF_ORGANISATION, true),
              Condition.of(Rule.RELATIONSHIP_STATED, true)),
          Scope.register(HOSPITAL),
          List.of(
              DocumentCondition.of(Rule.SOURCE_JOINED, _ -> true),
              DocumentCondition.of(Rule.DOCUMENT_NOT_PROHIBITED, _ -> true)));

  private static Inquiry asks(
      Oid who, Basis basis, Sector source, @Nullable Role role, Set<ServiceTask> tasks) {
    return new Inquiry(
        basis,
        who,
        Oids.unit(who, 1),
        null,
        false,
        null,
        tasks,
        Set.of(),
        source,
        role,
        Stated.NOTHING,
        NOW);
  }

  private static Course added(Inquiry inquiry) {
    return RoleConditions.added(WAY, inquiry, FACTS);
  }

  private static List<Rule> documents(Oid who, Basis basis, String role) {
    return added(asks(who, basis, Sector.SOCIAL, TestRoles.role(role), Set.of()))
        .documents()
        .stream()
        .map(DocumentCondition::rule)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "WIDE_RESPONSIBILITY, true",
    "HEALTH_WIDE, false",
    "PRIVATE_PROVISION, false",
    "ADMINISTRATION, true",
    ", false"
  })
  void theRoleIsAskedForBeforeTheRelationship(@Nullable String role, boolean holds) {
    Course course =
        added(
            asks(
                NORTH,
                Basis.OWN_REGISTER,
                Sector.SOCIAL,
                role == null ? null : TestRoles.role(role),
                Set.of()));
    assertThat(course.conditions())
        .extracting(Condition::rule)
        .containsExactly(
            Rule.ORGANISATION_JOINED,
            Rule.UNIT_OF_ORGANISATION,
            Rule.ROLE_IN_ORGANISATION,
            Rule.RELATIONSHIP_STATED);
    assertThat(course.conditions().get(2).holds()).isEqualTo(holds);
  }

  @Test
  void insideSocialCareTheClientsWillIsNamedFirst() {
    assertThat(documents(NORTH, Basis.DISCLOSURE, "WIDE_RESPONSIBILITY"))
        .containsExactly(
            Rule.SOURCE_JOINED,
            Rule.DOCUMENT_NOT_PROHIBITED,
            Rule.NOT_SPECIAL_CATEGORY,
            Rule.WITHIN_ROLE);
  }

  @Test
  void toHealthCareWhatMayBeSharedAtAllIsNamedFirst() {
    assertThat(documents(HOSPITAL, Basis.DISCLOSURE, "HEALTH_WIDE"))
        .containsExactly(
            Rule.SOURCE_JOINED,
            Rule.NOT_SPECIAL_CATEGORY,
            Rule.TYPE_SHARED_WITH_HEALTH,
            Rule.WITHIN_ROLE,
            Rule.DOCUMENT_NOT_PROHIBITED);
  }

  @Test
  void healthCareInItsOwnRegisterIsntLimitedByThisMatrix() {
    assertThat(documents(HOSPITAL, Basis.OWN_REGISTER, "HEALTH_LIMITED"))
        .containsExactly(Rule.SOURCE_JOINED, Rule.DOCUMENT_NOT_PROHIBITED);
  }

  @Test
  void aWithheldDocumentCitesTheRolesOwnParagraph() {
    Doc plan =
        new Doc(
            Oids.document(),
            NORTH,
            "1506.15003",
            Set.of(ServiceTask.OLDER_PEOPLE),
            Set.of(),
            NOW,
            false,
            null);
    Role provision = TestRoles.role("SERVICE_PROVISION");
    Verdict verdict =
        added(asks(NORTH, Basis.OWN_REGISTER, Sector.SOCIAL, provision, Set.of()))
            .decide(Rulebook.ACT_703_2023);
    assertThat(((Verdict.Allowed) verdict).documentRules().judge(plan))
        .isEqualTo(
            new DocumentVerdict.Withheld(
                Rule.WITHIN_ROLE, List.of("DECREE_457_2024_S15"), List.of()));
  }

  /** Decree 457/2024 19 §. */
  @ParameterizedTest
  @CsvSource({
    "WIDE_RESPONSIBILITY, false, true",
    "SERVICE_ORGANISING, false, true",
    "SERVICE_PROVISION, false, false",
    "SERVICE_PROVISION, true, true",
    "CHILD_WELFARE_SUPERVISOR, true, false",
    "ADMINISTRATION, true, false"
  })
  void patientDataAreForWhoeverNeedsThem(String role, boolean named, boolean given) {
    Inquiry inquiry =
        asks(
            NORTH,
            Basis.DISCLOSURE,
            Sector.HEALTH,
            TestRoles.role(role),
            named ? Set.of(ServiceTask.DISABILITY) : Set.of());
    Verdict verdict = added(inquiry).decide(Rulebook.ACT_703_2023);
    assertThat(((Verdict.Allowed) verdict).documentRules().judge(PATIENT_DATA))
        .isEqualTo(
            given
                ? DocumentVerdict.GIVEN
                : new DocumentVerdict.Withheld(
                    Rule.WITHIN_ROLE, List.of("DECREE_457_2024_S19"), List.of()));
  }
}
