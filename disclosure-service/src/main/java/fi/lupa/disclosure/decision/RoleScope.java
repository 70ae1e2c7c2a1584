package fi.lupa.disclosure.decision;

import fi.lupa.contracts.ServiceTask;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one role sees (decree 457/2024 12-19 §), a role's part of {@code codesets/role-matrix.yaml}.
 *
 * @param law the paragraphs that say so, keys of {@code codesets/legal-references.yaml}
 * @param never specially protected data that no row opens
 * @param neverTasks documents of these tasks are as if specially protected
 * @param ownRegisterOnly nothing of other controllers' registers
 * @param patientData what it sees of health care's registers
 */
public record RoleScope(
    DocumentKinds kinds,
    List<String> law,
    List<Row> rows,
    Set<SpecialCategory> never,
    Set<ServiceTask> neverTasks,
    boolean ownRegisterOnly,
    PatientData patientData) {

  /**
   * @param tasks of which service tasks
   * @param ownTasks of which ones when they are the professional's own
   * @param service only documents of this special service
   */
  public record Row(
      Set<String> kinds,
      Set<ServiceTask> tasks,
      Set<ServiceTask> ownTasks,
      @Nullable String service) {}

  /** What a role in social care sees of health care's registers (19 §). */
  public enum PatientData {
    /** What the permit or another ground opens. */
    ALL,
    /** The same, for an own task that is named. */
    OWN,
    NONE
  }

  /** Whether the role ever sees a document of that kind. */
  boolean hasKind(DocumentFacts document) {
    String kind = kinds.kind(document);
    return rows.stream().anyMatch(row -> row.kinds().contains(kind));
  }
}
