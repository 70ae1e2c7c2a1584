package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document as far as the rules look at it. */
record Doc(
    Oid documentOid,
    Oid controller,
    String documentType,
    Set<ServiceTask> serviceTasks,
    Set<String> socialServices,
    Instant recordedAt,
    boolean closedByDefault,
    @Nullable SpecialCategory specialCategory,
    @Nullable PatientDataGroup patientDataGroup)
    implements DocumentFacts {

  /** One of social care. */
  Doc(
      Oid documentOid,
      Oid controller,
      String documentType,
      Set<ServiceTask> serviceTasks,
      Set<String> socialServices,
      Instant recordedAt,
      boolean closedByDefault,
      @Nullable SpecialCategory specialCategory) {
    this(
        documentOid,
        controller,
        documentType,
        serviceTasks,
        socialServices,
        recordedAt,
        closedByDefault,
        specialCategory,
        null);
  }

  /** Whether a basis and a request reach it, as the SQL of the document store says it. */
  boolean isIn(Scope scope, Inquiry inquiry) {
    return (scope.controller() == null || controller.equals(scope.controller()))
        && !controller.equals(scope.notController())
        && (scope.source() == null
            || (scope.source() == Sector.HEALTH) == (patientDataGroup != null))
        && meets(scope.serviceTasks(), serviceTasks)
        && meets(inquiry.serviceTasks(), serviceTasks)
        && meets(inquiry.socialServices(), socialServices);
  }

  private static <T> boolean meets(Set<T> wanted, Set<T> had) {
    return wanted.isEmpty() || wanted.stream().anyMatch(had::contains);
  }
}
