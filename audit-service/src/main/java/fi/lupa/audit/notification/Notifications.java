package fi.lupa.audit.notification;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.RecordsQueried;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes which new entries somebody wants to be told of. */
@Component
public final class Notifications {
  private final NotificationEntryStore store;

  Notifications(NotificationEntryStore store) {
    this.store = store;
  }

  /** An event that was kept for the first time: what comes again has been noted once. */
  public record Arrived(UUID id, Instant time, Event event) {}

  /** In the transaction that keeps the events. */
  public Mono<Void> note(List<Arrived> events) {
    List<Arrived> accesses = events.stream().filter(one -> What.isAccess(one.event())).toList();
    return accesses.isEmpty()
        ? Mono.empty()
        : store.note(
            accesses.stream().map(Arrived::id).toArray(UUID[]::new),
            accesses.stream()
                .map(one -> one.time().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new),
            accesses.stream().map(one -> client(one.event()).value()).toArray(UUID[]::new),
            accesses.stream().map(one -> What.isStatutory(one.event())).toArray(Boolean[]::new));
  }

  private static ClientRef client(Event event) {
    return ((RecordsQueried) event).client();
  }
}
