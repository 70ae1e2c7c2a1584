package fi.lupa.contracts.event;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RepresentationRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client was informed (informointi, Act 703/2023 68 §) with one version of the text. {@code
 * recorder} is absent when the citizen acknowledged it.
 *
 * @param representative by which right somebody else was told for the client; absent when the
 *     client was
 */
public record InformingRecorded(
    UUID id,
    long version,
    ClientRef client,
    String textVersion,
    String language,
    Channel channel,
    @Nullable Oid recorder,
    Instant informedAt,
    @Nullable RepresentationRole representative)
    implements Event {}
