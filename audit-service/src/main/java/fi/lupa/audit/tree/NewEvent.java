package fi.lupa.audit.tree;

import java.time.Instant;
import java.util.UUID;

/** An event that is to become a leaf: its key, its type and its data as they came. */
public record NewEvent(UUID id, Instant time, String type, String data) {

  /** Its key. */
  public EventKey key() {
    return new EventKey(id, time);
  }
}
