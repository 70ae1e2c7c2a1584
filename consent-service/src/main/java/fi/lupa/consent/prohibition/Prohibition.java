package fi.lupa.consent.prohibition;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.ProhibitionChanged.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a prohibition: the first is set, the second cancelled, and there is no third.
 * {@code channel} tells where this version was made.
 */
public record Prohibition(
    UUID id,
    ClientRef client,
    long version,
    State state,
    Target target,
    Channel channel,
    Instant setAt,
    @Nullable Instant cancelledAt) {}
