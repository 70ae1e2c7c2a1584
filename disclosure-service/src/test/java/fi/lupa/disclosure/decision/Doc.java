package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
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
    @Nullable SpecialCategory specialCategory)
    implements DocumentFacts {

  /** Whether a basis and a request reach it, as the SQL of the document store says it. */
  boolean isIn(Scope scope, Inquiry inquiry) {
    return (scope.controller() == null || controller.equals(scope.controller()))
        && !controller.equals(scope.notController())
        && meets(scope.serviceTasks(), serviceTasks)
        && meets(inquiry.serviceTasks(), serviceTasks)
        && meets(inquiry.socialServices(), socialServices);
  }

  private static <T> boolean meets(Set<T> wanted, Set<T> had) {
    return wanted.isEmpty() || wanted.stream().anyMatch(had::contains);
  }
}
