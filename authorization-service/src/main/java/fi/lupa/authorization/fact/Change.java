package fi.lupa.authorization.fact;

import fi.lupa.platform.outbox.Envelope;
import java.util.List;

/**
 * A change that a transaction has made.
 *
 * @param event what the outbox tells of it
 * @param body what the caller is answered, with members {@code version} and the kind's id
 * @param followers what the outbox tells of others that changed with it: it is in force only when
 *     they are
 */
public record Change(Envelope event, Object body, List<Envelope> followers) {
  public Change(Envelope event, Object body) {
    this(event, body, List.of());
  }
}
