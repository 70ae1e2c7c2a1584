package fi.lupa.disclosure.document;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.DocumentFacts;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored document (kuvailutiedot, facts 5.4).
 *
 * @param documentOid stable over versions
 * @param unit the service unit that stored it
 * @param producer whose usage right it was stored under, absent for the controller's own
 * @param subcontractor who stored it on the producer's behalf, absent when the producer did itself
 * @param schemaOid the national schema, for JSON
 * @param mediaType application/json or application/xhtml+xml
 * @param contentBytes size as received
 */
public record Document(
    Oid documentOid,
    Oid versionOid,
    int version,
    Oid controller,
    @Nullable Oid producer,
    @Nullable Oid subcontractor,
    Oid unit,
    String documentType,
    @Nullable String schemaOid,
    String mediaType,
    Set<ServiceTask> serviceTasks,
    Set<String> socialServices,
    LocalizedText title,
    Author author,
    String language,
    Instant recordedAt,
    Instant storedAt,
    int contentBytes)
    implements DocumentFacts {

  /** Who wrote it (Act 703/2023 38 §). */
  public record Author(String name, String title, @Nullable Oid unit) {}
}
