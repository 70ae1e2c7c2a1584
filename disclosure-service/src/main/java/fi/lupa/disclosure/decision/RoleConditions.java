package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Sector;
import fi.lupa.disclosure.decision.RoleRules.Work;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What decree 457/2024 adds to every way of access: the professional's role must be one that there
 * is in such an organisation (10 §), and a document one that it sees (12-19 §).
 */
final class RoleConditions {
  private static final Set<Rule> OF_SOURCES =
      EnumSet.of(Rule.SOURCE_JOINED, Rule.OPEN_TO_DISCLOSURE);

  private static final List<String> OF_PATIENT_DATA = List.of("DECREE_457_2024_S19");

  private RoleConditions() {}

  static Course added(Course course, Inquiry inquiry, Facts facts) {
    Role role = inquiry.role();
    return new Course(
        course.way(),
        afterTheUnit(course.conditions(), inOrganisation(role, inquiry, facts)),
        course.scope(),
        course.reaches(),
        role == null ? course.documents() : documents(course, role, inquiry, facts));
  }

  /** To health care what may be shared at all comes before what the client permits. */
  private static List<DocumentCondition> documents(
      Course course, Role role, Inquiry inquiry, Facts facts) {
    boolean health = facts.sector(inquiry.organisation()) == Sector.HEALTH;
    Predicate<DocumentCondition> first =
        condition -> !health || OF_SOURCES.contains(condition.rule());
    return Stream.of(
            course.documents().stream().filter(first),
            seen(role, work(course, inquiry), inquiry, health),
            course.documents().stream().filter(first.negate()))
        .flatMap(conditions -> conditions)
        .toList();
  }

  /** The gate asks for it before it asks for the relationship (facts 10.0 G5). */
  private static List<Condition> afterTheUnit(List<Condition> conditions, Condition role) {
    List<Rule> rules = conditions.stream().map(Condition::rule).toList();
    List<Condition> all = new ArrayList<>(conditions);
    all.add(rules.indexOf(Rule.UNIT_OF_ORGANISATION) + 1, role);
    return List.copyOf(all);
  }

  private static Condition inOrganisation(@Nullable Role role, Inquiry inquiry, Facts facts) {
    return new Condition(
        Rule.ROLE_IN_ORGANISATION,
        role != null && facts.organisation(inquiry.organisation()).filter(role::fits).isPresent(),
        facts.refs(inquiry.organisation()));
  }

  /** A right's holder works in the tasks of the rights used, others in those they name. */
  private static Work work(Course course, Inquiry inquiry) {
    return new Work(
        inquiry.basis() == Basis.REGISTER_USAGE_RIGHT
            ? course.scope().serviceTasks()
            : inquiry.serviceTasks(),
        inquiry.basis() == Basis.OWN_REGISTER);
  }

  private static Stream<DocumentCondition> seen(
      Role role, Work work, Inquiry inquiry, boolean health) {
    RoleScope scope = role.scope();
    if (inquiry.source() == Sector.HEALTH) {
      return Stream.of(
          new DocumentCondition(
              Rule.WITHIN_ROLE,
              _ -> RoleRules.seesPatientData(scope, work),
              _ -> List.of(),
              OF_PATIENT_DATA));
    }
    if (health && work.ownRegister()) {
      return Stream.empty(); // patient data in health care itself isn't for this matrix
    }
    DocumentCondition unprotected =
        of(Rule.NOT_SPECIAL_CATEGORY, scope, d -> RoleRules.isUnprotected(d, scope));
    DocumentCondition shared = of(Rule.TYPE_SHARED_WITH_HEALTH, scope, scope::hasKind);
    DocumentCondition within = of(Rule.WITHIN_ROLE, scope, d -> RoleRules.covers(d, scope, work));
    return health ? Stream.of(unprotected, shared, within) : Stream.of(unprotected, within);
  }

  private static DocumentCondition of(Rule rule, RoleScope scope, Predicate<DocumentFacts> holds) {
    return new DocumentCondition(rule, holds, _ -> List.of(), scope.law());
  }
}
