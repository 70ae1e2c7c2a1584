package fi.lupa.disclosure.document;

import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a requester wants of those in reach; an empty set leaves that side open.
 *
 * @param recordedFrom from this moment
 * @param recordedTo before this moment
 */
public record DocumentFilter(
    Set<ServiceTask> serviceTasks,
    Set<String> socialServices,
    Set<String> documentTypes,
    @Nullable Instant recordedFrom,
    @Nullable Instant recordedTo) {}
