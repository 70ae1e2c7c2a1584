package fi.lupa.contracts.event;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client was informed (informointi, Act 703/2023 68 §) with one version of the text. {@code
 * recorder} is absent when the citizen acknowledged it.
 */
public record InformingRecorded(
    UUID id,
    long version,
    ClientRef client,
    String textVersion,
    String language,
    Channel channel,
    @Nullable Oid recorder,
    Instant informedAt)
    implements Event {}
