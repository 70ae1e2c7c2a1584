package fi.lupa.authorization.usageright.batch.keep;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes what is no longer needed of batches, one per statement: each may have 50,000 lines. */
@Component
final class KeepStore {
  private static final String OVER =
      """
      delete from usage_right_batch
      where id = (select id from usage_right_batch where finished_at < $1 order by finished_at limit 1)
      """;

  /** Asked again of the row itself: while the delete waits for it, its last lines may come. */
  private static final String BROKEN_OFF =
      """
      delete from usage_right_batch
      where id = (select id from usage_right_batch where state = 'RECEIVING' and received_at < $1 limit 1)
        and state = 'RECEIVING' and received_at < $1
      """;

  private final DatabaseClient db;

  KeepStore(DatabaseClient db) {
    this.db = db;
  }

  /** One that was over before the moment; gives how many. */
  Mono<Long> deleteOver(Instant before) {
    return db.sql(OVER).bind(0, before).fetch().rowsUpdated();
  }

  /** One of which nothing has come since the moment; gives how many. */
  Mono<Long> deleteBrokenOff(Instant before) {
    return db.sql(BROKEN_OFF).bind(0, before).fetch().rowsUpdated();
  }
}
