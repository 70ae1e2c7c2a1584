package fi.lupa.authorization.fact;

import fi.lupa.platform.outbox.Envelope;
import java.util.List;

/**
 * What a transaction has changed at once.
 *
 * @param events what the outbox tells of it
 * @param body what the caller is answered, with a member {@code items}
 */
public record Changes(List<Envelope> events, Object body) {
  public Changes {
    events = List.copyOf(events);
  }
}
