package fi.lupa.audit.mylog;

import static java.util.Objects.requireNonNull;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An event as the log keeps it. */
record StoredEvent(UUID id, Instant time, Event event) {
  /** From {@code event_id, time, type, data}. */
  static StoredEvent of(Readable row, JsonMapper json) {
    String type = requireNonNull(row.get("type", String.class));
    Class<? extends Event> record = EventType.named(type).orElseThrow().record();
    return new StoredEvent(
        requireNonNull(row.get("event_id", UUID.class)),
        requireNonNull(row.get("time", Instant.class)),
        json.readValue(requireNonNull(row.get("data", String.class)), record));
  }
}
