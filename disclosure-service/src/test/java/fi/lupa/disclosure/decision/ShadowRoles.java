package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.OrganisationChanged;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who sees what (decree 457/2024), read a second time from the domain sheet's table 2.7 and its
 * section 2.2: one method per paragraph, no file.
 */
record ShadowRoles(Inquiry asked, Set<ServiceTask> usedTasks) {
  /** 10.4 row 10: what health care may see of social care's documents. */
  private static final List<String> SHARED =
      List.of("relationship", "need", "function", "client plan", "own plan", "journal");

  private static final Set<String> ANYWHERE =
      Set.of("ADMINISTRATION", "ICT_SUPPORT", "ARCHIVE_WORK", "MANAGEMENT");

  void judge(Set<String> no, Doc document) {
    if (asked.source() == Sector.HEALTH) {
      if (!seesPatientData()) {
        no.add("ROLE_SCOPE");
      }
      return;
    }
    if (!unprotected(document)) {
      no.add("SPECIAL_CATEGORY");
    }
    if (health() && !SHARED.contains(kind(document.documentType()))) {
      no.add("DOCUMENT_TYPE_NOT_SHARED");
    }
    if (document.serviceTasks().stream().anyMatch(task -> !sees(document, task))) {
      no.add("ROLE_SCOPE");
    }
  }

  /** 19 §: wide responsibility and organising all that is necessary, provision for the service. */
  private boolean seesPatientData() {
    return switch (asked.role().key()) {
      case "WIDE_RESPONSIBILITY", "CHILDS_SOCIAL_WORKER", "LEADING_OFFICER", "SERVICE_ORGANISING" ->
          true;
      case "CHILD_WELFARE_SUPERVISOR", "ADMINISTRATION", "MANAGEMENT" -> false;
      default -> !asked.serviceTasks().isEmpty();
    };
  }

  private boolean health() {
    return asked.role().key().startsWith("HEALTH");
  }

  /** 10.0 G5: whether there is such a task in such an organisation. */
  static boolean fits(Role role, OrganisationChanged organisation) {
    if (role == null) {
      return false;
    }
    String key = role.key();
    boolean anywhere = ANYWHERE.contains(key);
    boolean isPrivate = organisation.ownership() == Ownership.PRIVATE;
    return organisation.sector() == Sector.HEALTH
        ? key.startsWith("HEALTH")
        : !key.startsWith("HEALTH") && (anywhere || key.startsWith("PRIVATE") == isPrivate);
  }

  /** A professional's own tasks: those named, or those of the rights used. */
  private boolean own(ServiceTask task) {
    return asked.basis() == Basis.REGISTER_USAGE_RIGHT
        ? usedTasks.contains(task)
        : asked.serviceTasks().contains(task);
  }

  private static Set<SpecialCategory> categories(Doc document) {
    Set<SpecialCategory> found = EnumSet.noneOf(SpecialCategory.class);
    if (document.specialCategory() != null) {
      found.add(document.specialCategory());
    }
    switch (document.documentType()) {
      case "1506.19014" -> found.add(SpecialCategory.THERAPEUTIC_WORK);
      case "1506.19015" -> found.add(SpecialCategory.EXAMINATION);
      case "1506.15019", "1506.1011" -> found.add(SpecialCategory.SHELTER);
      default -> {}
    }
    return found;
  }

  private boolean unprotected(Doc document) {
    Set<SpecialCategory> seen =
        switch (asked.role().key()) {
          case "CHILDS_SOCIAL_WORKER", "LEADING_OFFICER", "SHELTER_PROVISION" ->
              EnumSet.of(SpecialCategory.SHELTER);
          case "SERVICE_ORGANISING", "MEDIATION_PROVISION" -> EnumSet.of(SpecialCategory.MEDIATION);
          default -> EnumSet.noneOf(SpecialCategory.class);
        };
    boolean familyLaw = health() && document.serviceTasks().contains(ServiceTask.FAMILY_LAW);
    return seen.containsAll(categories(document)) && !familyLaw;
  }

  private boolean sees(Doc document, ServiceTask task) {
    String kind = kind(document.documentType());
    return switch (asked.role().key()) {
      case "WIDE_RESPONSIBILITY", "CHILDS_SOCIAL_WORKER", "LEADING_OFFICER", "ADMINISTRATION" ->
          true;
      case "SERVICE_ORGANISING" ->
          List.of(ServiceTask.FAMILIES, ServiceTask.WORKING_AGE, ServiceTask.OLDER_PEOPLE)
                  .contains(task)
              || own(task);
      case "CHILD_WELFARE_SUPERVISOR" ->
          List.of(ServiceTask.FAMILY_LAW, ServiceTask.FAMILIES, ServiceTask.WORKING_AGE)
                  .contains(task)
              || (task == ServiceTask.CHILD_PROTECTION && own(task));
      case "SERVICE_PROVISION" ->
          own(task)
              && List.of(
                      "plan",
                      "client plan",
                      "own plan",
                      "need",
                      "decision",
                      "preparation",
                      "implementation",
                      "journal")
                  .contains(kind);
      case "PRIVATE_ORGANISING", "PRIVATE_PROVISION" ->
          own(task)
              && List.of("contract", "own plan", "client plan", "need", "implementation", "journal")
                  .contains(kind);
      case "SHELTER_PROVISION" -> categories(document).contains(SpecialCategory.SHELTER);
      case "MEDIATION_PROVISION" -> categories(document).contains(SpecialCategory.MEDIATION);
      case "ICT_SUPPORT", "ARCHIVE_WORK", "MANAGEMENT" -> asked.basis() == Basis.OWN_REGISTER;
      case "HEALTH_WIDE" -> healthSees(kind, task);
      case "HEALTH_LIMITED" -> healthSees(kind, task) && own(task);
      default -> throw new IllegalStateException(asked.role().key());
    };
  }

  private static boolean healthSees(String kind, ServiceTask task) {
    return kind.equals("relationship")
        || (task != ServiceTask.FAMILY_LAW
            && List.of("need", "function", "client plan", "own plan", "journal").contains(kind));
  }

  /** The few types that random worlds have. */
  private static String kind(String type) {
    return switch (type) {
      case "1505.1" -> "relationship";
      case "1506.15003" -> "client plan";
      case "1506.15004", "1506.15019" -> "own plan";
      case "1506.19001", "1506.19014", "1506.19015" -> "journal";
      case "1506.1019", "1506.1011" -> "need";
      case "1506.1003" -> "function";
      case "1506.11000" -> "decision";
      case "1506.10005" -> "preparation";
      case "1506.13001" -> "contract";
      case "1506.9001" -> "implementation";
      default -> throw new IllegalStateException(type);
    };
  }
}
