package fi.lupa.audit.tree;

import static fi.lupa.platform.sql.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The checkpoints that were given out. */
@Repository
class CheckpointStore {
  /** Two who sign at once write the same: an Ed25519 signature of a text is always the same. */
  private static final String ADD =
      """
      insert into log_checkpoint (size, note)
      select $1, $2
      where not exists (select from log_checkpoint where signed_at > clock_timestamp() - make_interval(secs => $3))
      on conflict do nothing
      """;

  private static final String NEWEST =
      "select size, note, signed_at from log_checkpoint order by size desc limit 1";

  private static final String ONE =
      "select size, note, signed_at from log_checkpoint where size = $1";

  private static final String PAGE =
      """
      select size, note, signed_at from log_checkpoint
      where size < $1 order by size desc limit $2
      """;

  private final DatabaseClient db;

  CheckpointStore(DatabaseClient db) {
    this.db = db;
  }

  /** Keeps one, unless another was signed within that time. */
  Mono<Void> add(long size, String note, Duration apart) {
    return db.sql(ADD).bind(0, size).bind(1, note).bind(2, apart.toMillis() / 1000.0).then();
  }

  /** Empty until the first is signed. */
  Mono<SignedCheckpoint> newest() {
    return db.sql(NEWEST).map(CheckpointStore::checkpoint).one();
  }

  Mono<SignedCheckpoint> one(long size) {
    return db.sql(ONE).bind(0, size).map(CheckpointStore::checkpoint).one();
  }

  /** Those of smaller trees, the biggest first. */
  Mono<List<SignedCheckpoint>> page(long below, int limit) {
    return db.sql(PAGE)
        .bind(0, below)
        .bind(1, limit)
        .map(CheckpointStore::checkpoint)
        .all()
        .collectList();
  }

  private static SignedCheckpoint checkpoint(Readable row) {
    return new SignedCheckpoint(
        required(row, "size", Long.class),
        required(row, "note", String.class),
        required(row, "signed_at", Instant.class));
  }
}
