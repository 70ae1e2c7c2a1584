package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.document.Document;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A stored document; {@code storeId} leads to the decision that let it in. */
record StoreAnswer(
    UUID storeId,
    Oid documentOid,
    Oid versionOid,
    int version,
    Oid controller,
    Set<ServiceTask> serviceTasks,
    Instant storedAt) {
  static StoreAnswer of(Document document, UUID storeId) {
    return new StoreAnswer(
        storeId,
        document.documentOid(),
        document.versionOid(),
        document.version(),
        document.controller(),
        document.serviceTasks(),
        document.storedAt());
  }
}
