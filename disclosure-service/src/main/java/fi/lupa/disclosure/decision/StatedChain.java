package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import org.jspecify.annotations.Nullable;

/**
 * The purchase chain as a document's storer states it; what isn't stated is filled in from the
 * right used.
 */
public record StatedChain(
    @Nullable Oid organiser,
    @Nullable Oid organiserUnit,
    @Nullable Oid producer,
    @Nullable Oid producerUnit,
    @Nullable Oid subcontractor,
    @Nullable Oid subcontractorUnit) {}
