package fi.lupa.authorization.fact;

import fi.lupa.platform.outbox.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that a transaction has made.
 *
 * @param event what the outbox tells of it; null when everything was so before
 * @param body what the caller is answered, with members {@code version} and the kind's id
 * @param followers what the outbox tells of others that changed with it: it is in force only when
 *     they are
 */
public record Change(@Nullable Envelope event, Object body, List<Envelope> followers) {
  public Change(Envelope event, Object body) {
    this(event, body, List.of());
  }

  /** Nothing had to be changed: the answer is what stood before. */
  public static Change none(Object body) {
    return new Change(null, body, List.of());
  }
}
