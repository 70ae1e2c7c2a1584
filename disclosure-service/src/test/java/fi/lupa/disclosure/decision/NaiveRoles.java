package fi.lupa.disclosure.decision;

import static fi.lupa.contracts.ServiceTask.CHILD_PROTECTION;
import static fi.lupa.contracts.ServiceTask.FAMILIES;
import static fi.lupa.contracts.ServiceTask.FAMILY_LAW;
import static fi.lupa.contracts.ServiceTask.OLDER_PEOPLE;
import static fi.lupa.contracts.ServiceTask.WORKING_AGE;
import static fi.lupa.disclosure.decision.SpecialCategory.EXAMINATION;
import static fi.lupa.disclosure.decision.SpecialCategory.MEDIATION;
import static fi.lupa.disclosure.decision.SpecialCategory.SHELTER;
import static fi.lupa.disclosure.decision.SpecialCategory.THERAPEUTIC_WORK;

import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The sheet's table of roles (2.7, and 10.4 rows 9-11) read a second time, from the sheet and not
 * from the files, for the document types of the random world.
 */
record NaiveRoles(String role, Set<ServiceTask> own) {
  private static final Set<ServiceTask> COMMON = EnumSet.of(FAMILIES, WORKING_AGE, OLDER_PEOPLE);

  static boolean exists(String role, Sector sector, Ownership ownership) {
    boolean health = role.startsWith("HEALTH");
    boolean either =
        Set.of("ADMINISTRATION", "ICT_SUPPORT", "ARCHIVE_WORK", "MANAGEMENT").contains(role);
    return health == (sector == Sector.HEALTH)
        && (health || either || role.startsWith("PRIVATE") == (ownership == Ownership.PRIVATE));
  }

  boolean sees(Doc document, boolean ownRegister) {
    Set<ServiceTask> tasks = document.serviceTasks();
    Set<SpecialCategory> special = special(document);
    return switch (role) {
      case "WIDE_RESPONSIBILITY", "ADMINISTRATION" -> special.isEmpty();
      case "ICT_SUPPORT", "ARCHIVE_WORK", "MANAGEMENT" -> ownRegister && special.isEmpty();
      case "CHILDS_SOCIAL_WORKER", "LEADING_OFFICER" -> Set.of(SHELTER).containsAll(special);
      case "SERVICE_ORGANISING" ->
          Set.of(MEDIATION).containsAll(special)
              && tasks.stream().allMatch(task -> COMMON.contains(task) || own.contains(task));
      case "CHILD_WELFARE_SUPERVISOR" ->
          special.isEmpty()
              && tasks.stream()
                  .allMatch(task ->
                      Set.of(FAMILY_LAW, FAMILIES, WORKING_AGE).contains(task)
                          || (task == CHILD_PROTECTION && own.contains(task)));
      case "SERVICE_PROVISION" ->
          special.isEmpty() && own.containsAll(tasks) && !is(document, "1505.1");
      case "PRIVATE_ORGANISING", "PRIVATE_PROVISION" ->
          special.isEmpty()
              && own.containsAll(tasks)
              && is(document, "1506.15003", "1506.1019", "1506.19001");
      case "SHELTER_PROVISION" -> special.equals(Set.of(SHELTER));
      case "MEDIATION_PROVISION" -> special.equals(Set.of(MEDIATION));
      case "ADOPTION_COUNSELLING" ->
          special.isEmpty() && Set.of(FAMILIES, CHILD_PROTECTION, WORKING_AGE).containsAll(tasks);
      // the random world has nothing of these services
      case "INFORMAL_CARE_PROVISION",
          "INCOME_SUPPORT_PROVISION",
          "FINANCIAL_CAPABILITY_PROVISION",
          "SOCIAL_CREDIT_PROVISION" ->
          false;
      case "HEALTH_WIDE" -> health(document, special);
      case "HEALTH_LIMITED" -> health(document, special) && own.containsAll(tasks);
      default -> throw new IllegalStateException(role);
    };
  }

  private static boolean health(Doc document, Set<SpecialCategory> special) {
    return special.isEmpty()
        && !document.serviceTasks().contains(FAMILY_LAW)
        && is(document, "1505.1", "1506.15003", "1506.1019", "1506.19001");
  }

  private static Set<SpecialCategory> special(Doc document) {
    Set<SpecialCategory> special = EnumSet.noneOf(SpecialCategory.class);
    if (document.specialCategory() != null) {
      special.add(document.specialCategory());
    }
    if (is(document, "1506.19014")) {
      special.add(THERAPEUTIC_WORK);
    }
    if (is(document, "1506.19015")) {
      special.add(EXAMINATION);
    }
    if (is(document, "1506.15019", "1506.1011")) {
      special.add(SHELTER);
    }
    return special;
  }

  private static boolean is(Doc document, String... types) {
    return List.of(types).contains(document.documentType());
  }
}
