package fi.lupa.audit.ingest;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.platform.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this service tells itself, such as who read a log: kept as what comes over a topic is, but
 * over none.
 */
@Component
public class OwnEvents {
  private final BatchStore batches;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  OwnEvents(BatchStore batches, JsonMapper json, Ids ids, Clock clock) {
    this.batches = batches;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps an event in a transaction of its own. */
  public Mono<Void> keep(Event event) {
    return Mono.fromSupplier(() -> batch(event))
        .flatMap(batch -> batches.store(batch, Set.of()))
        .then();
  }

  /** Keeps an event; must run inside the transaction of what it tells. */
  public Mono<Void> append(Event event) {
    return Mono.fromSupplier(() -> batch(event)).flatMap(batches::keep).then();
  }

  private Batch batch(Event event) {
    return new Batch(
        List.of(
            new Reading.Taken(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                EventType.of(event).ceType(),
                json.writeValueAsString(event),
                event)),
        Map.of(),
        List.of());
  }
}
