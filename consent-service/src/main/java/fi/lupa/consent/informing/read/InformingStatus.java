package fi.lupa.consent.informing.read;

import fi.lupa.consent.informing.Informing;
import fi.lupa.contracts.Channel;
import java.time.Instant;
import java.util.UUID;

/** The citizen's own informing; {@code due} when another text has come into force since. */
record InformingStatus(
    UUID id,
    long version,
    String textVersion,
    String language,
    Channel channel,
    Instant informedAt,
    boolean due) {
  static InformingStatus of(Informing informing, boolean due) {
    return new InformingStatus(
        informing.id(),
        informing.version(),
        informing.textVersion(),
        informing.language(),
        informing.channel(),
        informing.informedAt(),
        due);
  }
}
