package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.Signature;
import fi.lupa.disclosure.document.signature.SignatureReason;
import fi.lupa.disclosure.document.signature.SignatureType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored document; {@code storeId} leads to the decision that let it in.
 *
 * @param storeIds in a common matter each client's, in the order of the request; else absent
 */
record StoreAnswer(
    UUID storeId,
    @Nullable List<UUID> storeIds,
    Oid documentOid,
    Oid versionOid,
    int version,
    Oid controller,
    Set<ServiceTask> serviceTasks,
    Instant storedAt,
    SignaturePart signature) {

  /** Without the signer's name: answers are kept apart from documents for repeated requests. */
  record SignaturePart(
      Signature.State state, @Nullable SignatureType type, @Nullable SignatureReason reason) {}

  /**
   * @param storeIds of each client that the document concerns
   */
  static StoreAnswer of(Document document, List<UUID> storeIds) {
    return new StoreAnswer(
        storeIds.getFirst(),
        document.membership().isCommon() ? storeIds : null,
        document.documentOid(),
        document.versionOid(),
        document.version(),
        document.controller(),
        document.serviceTasks(),
        document.storedAt(),
        new SignaturePart(
            document.signature().state(),
            document.signature().type(),
            document.signature().reason()));
  }
}
