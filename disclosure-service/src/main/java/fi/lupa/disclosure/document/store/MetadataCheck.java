package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.disclosure.document.ShowToClient;
import fi.lupa.disclosure.document.ShowToClient.When;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contract's schema can't say of a document's metadata: which parts belong together. */
final class MetadataCheck {
  private static final String PATIENT_TYPES = "9000.";

  private MetadataCheck() {}

  static List<Violation> violations(DocumentMetadata metadata) {
    List<Violation> found =
        new ArrayList<>(Members.violations(metadata.members(), metadata.recordedAt()));
    if (metadata.client() == null && metadata.clients() == null) {
      found.add(new Violation("/metadata/client", "is required unless there are clients"));
    }
    if (metadata.client() != null && metadata.clients() != null) {
      found.add(new Violation("/metadata/clients", "doesn't belong beside client"));
    }
    ShowToClient show = metadata.handling().showToClient();
    check(found, "until", show.until(), show.when() == When.DELAYED);
    check(found, "reason", show.reason(), show.when() == When.NO);
    checkDeath(found, metadata);
    checkPatientData(found, metadata);
    return found;
  }

  /** Whose documents' times to be kept are counted from it, so it is told with care. */
  private static void checkDeath(List<Violation> found, DocumentMetadata metadata) {
    LocalDate died = metadata.clientDied();
    if (died == null) {
      return;
    }
    if (!metadata.documentType().equals("1505.1")) {
      found.add(
          new Violation("/metadata/clientDied", "belongs to a client relationship document only"));
    }
    if (died.isAfter(FinnishDays.dayOf(metadata.recordedAt()))) {
      found.add(new Violation("/metadata/clientDied", "can't be after recordedAt"));
    }
  }

  /**
   * Patient data have types of their own, and times to be kept that the annex doesn't tell; what is
   * only in social care doesn't belong to them.
   */
  private static void checkPatientData(List<Violation> found, DocumentMetadata metadata) {
    PatientDataGroup group = metadata.patientDataGroup();
    boolean patientType = metadata.documentType().startsWith(PATIENT_TYPES);
    if (group == null) {
      if (patientType) {
        found.add(new Violation("/metadata/documentType", "is one of patient data"));
      }
      return;
    }
    if (!metadata.documentType().equals(PATIENT_TYPES + (group.ordinal() + 1))) {
      found.add(new Violation("/metadata/documentType", "must be that of the group of data"));
    }
    Map<String, Boolean> there = new LinkedHashMap<>();
    there.put("serviceTasks", metadata.serviceTasks() != null);
    there.put("socialServices", metadata.socialServices() != null);
    there.put("matters", metadata.matters() != null);
    there.put("chain", metadata.chain() != null);
    there.put("retentionClass", metadata.retentionClass() != null);
    there.put("specialCategory", metadata.specialCategory() != null);
    there.forEach((member, isThere) -> {
      if (isThere) {
        found.add(new Violation("/metadata/" + member, "doesn't belong to patient data"));
      }
    });
  }

  private static void check(
      List<Violation> found, String member, @Nullable Object value, boolean wanted) {
    if (wanted != (value != null)) {
      found.add(
          new Violation(
              "/metadata/showToClient/" + member,
              wanted ? "is required here" : "doesn't belong here"));
    }
  }
}
