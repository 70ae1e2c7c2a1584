package fi.lupa.audit.readmodel;

import fi.lupa.audit.tree.EventKey;
import fi.lupa.contracts.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An event that the log keeps, under its key. */
public record Recorded(UUID id, Instant time, Event event) {
  /** Its key. */
  public EventKey key() {
    return new EventKey(id, time);
  }

  /** The events of one type among these. */
  public static <E extends Event> List<E> all(List<Recorded> events, Class<E> type) {
    return events.stream().map(Recorded::event).filter(type::isInstance).map(type::cast).toList();
  }
}
