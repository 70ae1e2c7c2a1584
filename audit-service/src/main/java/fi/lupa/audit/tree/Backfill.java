package fi.lupa.audit.tree;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.platform.loop.Loop;
import fi.lupa.platform.sql.Transactions;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes leaves of the events that were kept before there was a tree, some at a time while the log
 * goes on. An event becomes a leaf once, however many instances do this: the database sees to it.
 */
@Component
class Backfill extends Loop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration DONE = Duration.ofDays(1);
  private static final int SOME = 500;

  private static final String AFTER = "select after from log_backfill";

  /** Again from the last one on, for its id may stand twice. */
  private static final String NEXT =
      """
      select event.event_id, event.time, event.type, event.data
      from event
      left join log_leaf leaf
        on leaf.event_id = event.event_id and leaf.time = event.time and leaf.cleared is null
      where event.event_id >= $1 and leaf.idx is null and event.data is not null
      order by event.event_id
      limit $2
      """;

  private final DatabaseClient db;
  private final Transactions transactions;
  private final LogTree tree;

  Backfill(DatabaseClient db, Transactions transactions, LogTree tree) {
    super("log-backfill", "old events wait to become leaves", Duration.ofSeconds(5));
    this.db = db;
    this.transactions = transactions;
    this.tree = tree;
  }

  @Override
  protected Duration turn() {
    UUID after = after().block(PATIENCE);
    if (after == null) {
      return DONE;
    }
    List<NewEvent> events = next(after).block(PATIENCE);
    transactions.run(keep(events == null ? List.of() : events)).block(PATIENCE);
    return Duration.ZERO;
  }

  private Mono<Void> keep(List<NewEvent> events) {
    return events.isEmpty()
        ? db.sql("delete from log_backfill").then()
        : db.sql("update log_backfill set after = $1")
            .bind(0, events.getLast().id())
            .then()
            .then(tree.append(NewLeaf.of(events)));
  }

  private Mono<UUID> after() {
    return db.sql(AFTER).map(row -> required(row, "after", UUID.class)).one();
  }

  private Mono<List<NewEvent>> next(UUID after) {
    return db.sql(NEXT).bind(0, after).bind(1, SOME).map(Backfill::event).all().collectList();
  }

  private static NewEvent event(Readable row) {
    return new NewEvent(
        required(row, "event_id", UUID.class),
        required(row, "time", Instant.class),
        required(row, "type", String.class),
        required(row, "data", String.class));
  }
}
