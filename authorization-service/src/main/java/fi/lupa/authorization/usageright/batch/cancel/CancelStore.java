package fi.lupa.authorization.usageright.batch.cancel;

import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stops a batch. */
@Component
final class CancelStore {
  private static final String LOCK =
      """
      select * from usage_right_batch
      where id = $1 and organiser = $2 and state <> 'RECEIVING'
      for update
      """;
  private static final String CANCEL =
      """
      with stopped as (
        update usage_right_batch_line set outcome = 'CANCELLED', command = null
        where batch = $1 and outcome is null)
      update usage_right_batch b
      set state = 'CANCELLED', finished_at = $2, cancelled = lines - done - refused - invalid,
          reached = last.line, effective_to = case when effective_to = reached then last.line else effective_to end
      from (select coalesce(max(line), 0) as line from usage_right_batch_line where batch = $1) last
      where id = $1
      returning b.*
      """;

  private final DatabaseClient db;

  CancelStore(DatabaseClient db) {
    this.db = db;
  }

  /** Waits for the chunk that is being done; empty when the organiser has no such batch. */
  Mono<Batch> lock(UUID id, Oid organiser) {
    return db.sql(LOCK).bind(0, id).bind(1, organiser.value()).map(Batch::of).one();
  }

  /** The lines without outcome never get another. */
  Mono<Batch> cancel(Batch batch, Instant now) {
    return db.sql(CANCEL).bind(0, batch.id()).bind(1, now).map(Batch::of).one();
  }
}
