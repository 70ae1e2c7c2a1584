package fi.lupa.disclosure.document.voiding;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.platform.client.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be voided, as the contract's {@code Voiding} schema describes it.
 *
 * @param version the version meant; every version when absent
 * @param reason a key of {@code codesets/void-reasons.yaml}
 */
record VoidingRequest(
    ClientId client,
    Basis basis,
    Oid controller,
    Oid unit,
    @Nullable Integer version,
    String reason,
    Professional professional) {}
