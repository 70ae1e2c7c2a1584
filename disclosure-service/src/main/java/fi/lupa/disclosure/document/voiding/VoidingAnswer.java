package fi.lupa.disclosure.document.voiding;

import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was voided; {@code voidingId} leads to the decision.
 *
 * @param currentVersion the version that holds from now on, absent when none is left
 */
record VoidingAnswer(
    UUID voidingId,
    Oid documentOid,
    List<Integer> voidedVersions,
    @Nullable Integer currentVersion,
    Instant voidedAt) {}
