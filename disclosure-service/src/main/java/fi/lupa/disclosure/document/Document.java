package fi.lupa.disclosure.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.DocumentFacts;
import fi.lupa.disclosure.decision.Origin;
import fi.lupa.disclosure.decision.SpecialCategory;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one version of a stored document (kuvailutiedot, facts 5.4), for one client.
 *
 * @param documentOid stable over versions
 * @param matters OIDs of the matters (asia) it belongs to
 * @param recordedAt the document's own time
 */
public record Document(
    Oid documentOid,
    Oid versionOid,
    int version,
    @JsonUnwrapped Register register,
    @JsonUnwrapped Chain chain,
    @JsonUnwrapped Form form,
    Set<ServiceTask> serviceTasks,
    Set<String> socialServices,
    Set<Oid> matters,
    LocalizedText title,
    Author author,
    @JsonUnwrapped Handling handling,
    Signature signature,
    @JsonIgnore Membership membership,
    Instant recordedAt,
    Instant storedAt,
    @JsonUnwrapped Standing standing)
    implements DocumentFacts {

  /** Who wrote it (Act 703/2023 38 §). */
  public record Author(String name, String title, @Nullable Oid unit) {}

  /** One version of a document. */
  public record Id(Oid documentOid, int version) {}

  public Id id() {
    return new Id(documentOid, version);
  }

  @Override
  public Oid controller() {
    return register.controller();
  }

  @Override
  public String documentType() {
    return form.documentType();
  }

  @Override
  public boolean closedByDefault() {
    return handling.old() || handling.phase() == Phase.PHASE_1;
  }

  @Override
  public @Nullable SpecialCategory specialCategory() {
    return handling.specialCategory();
  }

  @Override
  public @Nullable PatientDataGroup patientDataGroup() {
    return handling.patientDataGroup();
  }

  /** As the rules of storing look at it. */
  public Origin origin() {
    return new Origin(
        controller(),
        chain.processingGround(),
        chain.producer(),
        chain.subcontractor(),
        serviceTasks,
        socialServices);
  }
}
