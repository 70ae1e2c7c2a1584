package fi.lupa.authorization.usageright.batch.read;

import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.contracts.Oid;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a batch and its lines. */
@Component
final class BatchReadStore {
  private static final String FIND =
      "select * from usage_right_batch where id = $1 and organiser = $2 and state <> 'RECEIVING'";
  private static final String LINES =
      """
      select line, ref, outcome, code, violations::text as violations, usage_right, version
      from usage_right_batch_line
      where batch = $1 and line > $2 and line <= $3
      order by line
      limit $4
      """;

  private final DatabaseClient db;

  BatchReadStore(DatabaseClient db) {
    this.db = db;
  }

  /** Empty when the organiser has no such batch. */
  Mono<Batch> find(UUID id, Oid organiser) {
    return db.sql(FIND).bind(0, id).bind(1, organiser.value()).map(Batch::of).one();
  }

  /** The lines after one that the batch has reached, in their order. */
  Mono<List<LineAnswer>> lines(Batch batch, int after, int rows) {
    return db.sql(LINES)
        .bind(0, batch.id())
        .bind(1, after)
        .bind(2, batch.reached())
        .bind(3, rows)
        .map(row -> LineAnswer.of(row, batch))
        .all()
        .collectList();
  }
}
