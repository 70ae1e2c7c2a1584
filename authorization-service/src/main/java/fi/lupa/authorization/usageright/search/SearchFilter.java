package fi.lupa.authorization.usageright.search;

import fi.lupa.authorization.usageright.UsageRightState;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rights are searched; what is null doesn't narrow it.
 *
 * @param state where the right stands between {@code from} and {@code to}: ended before, not
 *     started until then, or in force for some of that time
 * @param to exclusive, but the same as {@code from} for one moment
 */
record SearchFilter(
    @Nullable ClientRef client,
    @Nullable UsageRightState state,
    Instant from,
    Instant to,
    @Nullable ServiceTask serviceTask,
    @Nullable Oid organiser,
    @Nullable Oid producer,
    @Nullable Oid subcontractor) {}
