package fi.lupa.audit.readmodel;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.tree.EventKey;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An event that the log keeps, under its key. */
public record Recorded(UUID id, Instant time, Event event) {
  /**
   * From {@code event_id, time, type, data}.
   *
   * @throws NullPointerException when its data are cleared
   */
  public static Recorded of(Readable row, JsonMapper json) {
    return of(row, required(row, "data", String.class), json);
  }

  /** The same; empty when its data are cleared. */
  public static Optional<Recorded> kept(Readable row, JsonMapper json) {
    return Optional.ofNullable(optional(row, "data", String.class))
        .map(data -> of(row, data, json));
  }

  private static Recorded of(Readable row, String data, JsonMapper json) {
    EventType type = EventType.named(required(row, "type", String.class)).orElseThrow();
    return new Recorded(
        required(row, "event_id", UUID.class),
        required(row, "time", Instant.class),
        json.readValue(data, type.record()));
  }

  /** Its key. */
  public EventKey key() {
    return new EventKey(id, time);
  }

  /** The events of one type among these. */
  public static <E extends Event> List<E> all(List<Recorded> events, Class<E> type) {
    return events.stream().map(Recorded::event).filter(type::isInstance).map(type::cast).toList();
  }
}
