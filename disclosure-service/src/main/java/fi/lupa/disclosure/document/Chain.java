package fi.lupa.disclosure.document;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import org.jspecify.annotations.Nullable;

/**
 * For whom and by whom a document was made: the whole purchase chain (Act 703/2023 37 § 3, 38 §).
 * The organiser is the register's controller.
 *
 * @param processingGround OWN_REGISTER or REGISTER_USAGE_RIGHT
 * @param unit the service unit that stored it
 * @param producer whose usage right it was stored under; in one's own register only what the
 *     controller itself told
 * @param subcontractor who stored it on the producer's behalf, absent when the producer did itself
 */
public record Chain(
    Basis processingGround,
    Oid unit,
    @Nullable Oid organiserUnit,
    @Nullable Oid producer,
    @Nullable Oid producerUnit,
    @Nullable Oid subcontractor,
    @Nullable Oid subcontractorUnit) {}
