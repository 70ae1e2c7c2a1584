package fi.lupa.consent.prohibition;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.ProhibitionChanged.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A prohibition as it is answered: without the client and without who recorded it. */
public record ProhibitionView(
    UUID id,
    long version,
    State state,
    TargetView target,
    Channel channel,
    Instant setAt,
    @Nullable Instant cancelledAt) {
  /**
   * What it hits. A provider reads OIDs, a citizen own references.
   *
   * @param controllerName for a citizen, when it is known
   */
  public record TargetView(
      ProhibitionTarget type,
      @Nullable String controller,
      @Nullable LocalizedText controllerName,
      @Nullable ServiceTask serviceTask,
      @Nullable String document) {}
}
