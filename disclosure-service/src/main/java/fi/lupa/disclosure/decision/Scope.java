package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a basis reaches at all; others are as if they didn't exist.
 *
 * @param controller only this register
 * @param notController any register but this
 * @param serviceTasks only these tasks, all when empty
 * @param source HEALTH: only patient data; SOCIAL: only what isn't; both when absent
 */
public record Scope(
    @Nullable Oid controller,
    @Nullable Oid notController,
    Set<ServiceTask> serviceTasks,
    @Nullable Sector source) {
  /** All of one register. */
  public static Scope register(Oid controller) {
    return new Scope(controller, null, Set.of(), null);
  }

  static Scope register(Oid controller, Set<ServiceTask> tasks) {
    return new Scope(controller, null, tasks, null);
  }

  /** Social care's documents in the registers of others. */
  static Scope others(Oid requester, @Nullable Oid controller) {
    return new Scope(controller, requester, Set.of(), Sector.SOCIAL);
  }

  /** Patient data in the registers of others. */
  static Scope patientData(Oid requester, @Nullable Oid controller) {
    return new Scope(controller, requester, Set.of(), Sector.HEALTH);
  }

  /** Whether it reaches the document; the archive's search says the same in SQL. */
  boolean reaches(DocumentFacts document) {
    return (controller == null || controller.equals(document.controller()))
        && !document.controller().equals(notController)
        && (serviceTasks.isEmpty() || !Collections.disjoint(serviceTasks, document.serviceTasks()))
        && (source == null || (source == Sector.HEALTH) == (document.patientDataGroup() != null));
  }
}
