package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.document.Document.Author;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a storing system tells of a document, as the contract's {@code DocumentMetadata} schema
 * describes it.
 *
 * @param unit the unit that stores: the controller's own, or the producer's under a usage right
 */
record DocumentMetadata(
    Oid documentOid,
    String documentType,
    @Nullable Oid schemaOid,
    ClientId client,
    Set<ServiceTask> serviceTasks,
    @Nullable Set<String> socialServices,
    LocalizedText title,
    Instant recordedAt,
    String language,
    Author author,
    Basis basis,
    Oid controller,
    Oid unit) {}
