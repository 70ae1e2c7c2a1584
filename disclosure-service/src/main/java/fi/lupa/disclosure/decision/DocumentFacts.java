package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the conditions on single documents look at. */
public interface DocumentFacts {
  Oid documentOid();

  Oid controller();

  /** Type code as in code sets 1505 and 1506, such as {@code 1506.15019}. */
  String documentType();

  Set<ServiceTask> serviceTasks();

  Set<String> socialServices();

  Instant recordedAt();

  /** An old document, or one of phase 1: no permit opens it (facts 5.6). */
  boolean closedByDefault();

  @Nullable SpecialCategory specialCategory();

  /** What it is of a health provider's patient data; absent for a document of social care. */
  @Nullable PatientDataGroup patientDataGroup();
}
