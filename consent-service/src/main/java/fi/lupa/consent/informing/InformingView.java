package fi.lupa.consent.informing;

import fi.lupa.contracts.Channel;
import java.time.Instant;
import java.util.UUID;

/** An informing as it is answered: without the client and without who recorded it. */
public record InformingView(
    UUID id,
    long version,
    String textVersion,
    String language,
    Channel channel,
    Instant informedAt) {
  public static InformingView of(Informing informing) {
    return new InformingView(
        informing.id(),
        informing.version(),
        informing.textVersion(),
        informing.language(),
        informing.channel(),
        informing.informedAt());
  }
}
