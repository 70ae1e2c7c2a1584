package fi.lupa.consent.prohibition;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.event.ProhibitionChanged.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A prohibition as it is answered: without the client and without who recorded it. */
public record ProhibitionView(
    UUID id,
    long version,
    State state,
    Target target,
    Channel channel,
    Instant setAt,
    @Nullable Instant cancelledAt) {
  public static ProhibitionView of(Prohibition prohibition) {
    return new ProhibitionView(
        prohibition.id(),
        prohibition.version(),
        prohibition.state(),
        prohibition.target(),
        prohibition.channel(),
        prohibition.setAt(),
        prohibition.cancelledAt());
  }
}
