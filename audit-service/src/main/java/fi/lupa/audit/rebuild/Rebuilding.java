package fi.lupa.audit.rebuild;

import fi.lupa.audit.readmodel.ReadModel;
import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.rebuild.RebuildStore.Place;
import fi.lupa.audit.rebuild.RebuildStore.Row;
import fi.lupa.platform.loop.Loop;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Goes on with a rebuild that runs: some thousand stored events in each transaction, with the place
 * that was reached, so that a kill loses nothing; then the switch. Every instance looks, one works.
 */
@Component
class Rebuilding extends Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
  private static final int CHUNK = 2_000;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final RebuildStore store;
  private final ReadModel readModel;
  private final Clock clock;

  Rebuilding(Transactions transactions, RebuildStore store, ReadModel readModel, Clock clock) {
    super("rebuild", "a rebuild waits", AFTER_FAULT);
    this.transactions = transactions;
    this.store = store;
    this.readModel = readModel;
    this.clock = clock;
  }

  /** What a turn came to. */
  private enum Done {
    SOME,
    ALL,
    NOTHING
  }

  @Override
  protected Duration turn() {
    Done done =
        transactions
            .run(store.turn().flatMap(this::read))
            .blockOptional(PATIENCE)
            .orElse(Done.NOTHING);
    if (done == Done.ALL) {
      transactions.run(store.alone().then(store.turn()).flatMap(this::end)).block(PATIENCE);
    }
    return done == Done.SOME ? Duration.ZERO : PAUSE;
  }

  private Mono<Done> read(Place place) {
    return store
        .chunk(place, CHUNK)
        .flatMap(rows -> rows.isEmpty() ? nextMonth(place) : keep(place, rows));
  }

  private Mono<Done> keep(Place place, List<Row> rows) {
    List<Recorded> events = rows.stream().flatMap(row -> row.recorded().stream()).toList();
    return readModel
        .rebuild(events)
        .then(store.advance(place.rebuild(), place.part(), rows.getLast().id(), rows.size()))
        .thenReturn(Done.SOME);
  }

  private Mono<Done> nextMonth(Place place) {
    return store
        .partAfter(place.part())
        .flatMap(
            part -> store.advance(place.rebuild(), part, new UUID(0, 0), 0).thenReturn(Done.SOME))
        .defaultIfEmpty(Done.ALL);
  }

  /** A month may have been made meanwhile: what is in it was written into both from the first. */
  private Mono<Void> end(Place place) {
    return store
        .switchOver()
        .then(store.end(place.rebuild(), Rebuild.State.SWITCHED, clock.instant()))
        .doOnSuccess(done -> LOG.info("rebuild {}: its read model is in place", place.rebuild()))
        .then();
  }
}
