package fi.lupa.disclosure.document;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a requester wants of those in reach; an empty set leaves that side open.
 *
 * @param matters of any of these matters
 * @param producers that any of these producers made
 * @param documents only these, by their stable identifiers
 * @param recordedFrom from this moment
 * @param recordedTo before this moment
 * @param allVersions also those superseded and voided, not only each document's current one
 */
public record DocumentFilter(
    Set<ServiceTask> serviceTasks,
    Set<String> socialServices,
    Set<String> documentTypes,
    Set<Oid> matters,
    Set<Oid> producers,
    Set<Oid> documents,
    @Nullable Instant recordedFrom,
    @Nullable Instant recordedTo,
    boolean allVersions) {}
