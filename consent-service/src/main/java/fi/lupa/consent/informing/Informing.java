package fi.lupa.consent.informing;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import java.util.UUID;

/** One version of a client's informing: with which text, in which language, when. */
public record Informing(
    UUID id,
    ClientRef client,
    long version,
    String textVersion,
    String language,
    Channel channel,
    Instant informedAt) {}
