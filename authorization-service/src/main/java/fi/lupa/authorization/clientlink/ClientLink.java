package fi.lupa.authorization.clientlink;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.ClientLinked;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of the link between a temporary identifier and an identity code.
 *
 * @param id one per temporary identifier
 * @param version 1 when first linked, one more with each cancellation and each new link
 * @param organiser the organisation that gave the temporary identifier
 * @param client stands for the identity code
 * @param former stands for the temporary identifier
 */
public record ClientLink(
    UUID id,
    long version,
    ClientLinked.State state,
    Oid organiser,
    ClientRef client,
    ClientRef former,
    Instant linkedAt,
    @Nullable Instant cancelledAt) {}
