package fi.lupa.verify.log;

import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries whose payload is gone and of which no clearing has been met yet. */
final class Missing {
  private final TreeMap<Long, UUID> events = new TreeMap<>();

  void add(long index, UUID event) {
    events.put(index, event);
  }

  /** The event of the entry, which is then no longer missing; null when it wasn't. */
  @Nullable UUID take(long index) {
    return events.remove(index);
  }

  Optional<Long> first() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.firstKey());
  }
}
