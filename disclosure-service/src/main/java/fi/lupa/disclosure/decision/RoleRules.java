package fi.lupa.disclosure.decision;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.RoleScope.Row;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a professional's role lets see (decree 457/2024 12-19 §, facts 2.7). */
final class RoleRules {
  private static final Set<ServiceTask> ALL_TASKS =
      Collections.unmodifiableSet(EnumSet.allOf(ServiceTask.class));

  private RoleRules() {}

  /**
   * The professional's work at the moment.
   *
   * @param ownTasks the service tasks it is done in
   * @param ownRegister whether it is done in the organisation's own register
   */
  record Work(Set<ServiceTask> ownTasks, boolean ownRegister) {}

  /** Whether the document holds nothing that is specially protected from the role. */
  static boolean isUnprotected(DocumentFacts document, RoleScope role) {
    return Collections.disjoint(role.kinds().categories(document), role.never())
        && Collections.disjoint(document.serviceTasks(), role.neverTasks());
  }

  /**
   * Whether the role's rows cover the document: its kind, for each of its service tasks. A document
   * can't be cut, so who may see one task of two doesn't see it.
   */
  static boolean covers(DocumentFacts document, RoleScope role, Work work) {
    return (work.ownRegister() || !role.ownRegisterOnly())
        && tasks(document).stream()
            .allMatch(task ->
                role.rows().stream().anyMatch(row -> opens(row, role, document, task, work)));
  }

  /** Whether the role sees patient data that the ground opens. */
  static boolean seesPatientData(RoleScope role, Work work) {
    return switch (role.patientData()) {
      case ALL -> true;
      case OWN -> !work.ownTasks().isEmpty();
      case NONE -> false;
    };
  }

  private static boolean opens(
      Row row, RoleScope role, DocumentFacts document, ServiceTask task, Work work) {
    String service = row.service();
    return row.kinds().contains(role.kinds().kind(document))
        && (row.tasks().contains(task)
            || (row.ownTasks().contains(task) && work.ownTasks().contains(task)))
        && (service == null || role.kinds().isOf(document, service));
  }

  /** One without a task could be of any. */
  private static Set<ServiceTask> tasks(DocumentFacts document) {
    return document.serviceTasks().isEmpty() ? ALL_TASKS : document.serviceTasks();
  }
}
