package fi.lupa.authorization.usageright.batch.work;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.check.HeldParties;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.Map;

/**
 * What the acts of a chunk see, held until the transaction ends.
 *
 * @param rights as they are after the acts done so far
 * @param now the moment of all of them
 */
record Scene(
    Oid organiser,
    ChangedBy by,
    HeldParties parties,
    Map<UsageRightId, UsageRight> rights,
    Instant now) {}
