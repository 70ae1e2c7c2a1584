package fi.lupa.audit.anchor;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where checkpoints were put. */
@Repository
class AnchorStore {
  private static final String COLUMNS = "size, place, anchored_at, recorded_at, recorded_by";

  /** Told twice it is told once. */
  private static final String ADD =
      """
      insert into log_anchor (size, place, anchored_at, recorded_at, recorded_by)
      values ($1, $2, $3, $4, $5)
      on conflict (size, place) do nothing
      """;

  private static final String SIGNED = "select signed_at from log_checkpoint where size = $1";
  private static final String ONE =
      "select %s from log_anchor where size = $1 and place = $2".formatted(COLUMNS);
  private static final String PAGE =
      """
      select %s from log_anchor
      where (size, place) < ($1, $2) order by size desc, place desc limit $3
      """
          .formatted(COLUMNS);
  private static final String LAST = "select max(anchored_at) as last from log_anchor";

  private final DatabaseClient db;

  AnchorStore(DatabaseClient db) {
    this.db = db;
  }

  /** When the checkpoint of that size was signed; empty when there is none. */
  Mono<Instant> signed(long size) {
    return db.sql(SIGNED).bind(0, size).map(row -> required(row, "signed_at", Instant.class)).one();
  }

  Mono<Void> add(Anchor anchor) {
    return db.sql(ADD)
        .bind(0, anchor.size())
        .bind(1, anchor.place())
        .bind(2, anchor.anchoredAt().atOffset(ZoneOffset.UTC))
        .bind(3, anchor.recordedAt().atOffset(ZoneOffset.UTC))
        .bind(4, anchor.recordedBy())
        .then();
  }

  Mono<Anchor> one(long size, String place) {
    return db.sql(ONE).bind(0, size).bind(1, place).map(AnchorStore::anchor).one();
  }

  /** The biggest first. */
  Mono<List<Anchor>> page(long size, String place, int limit) {
    return db.sql(PAGE)
        .bind(0, size)
        .bind(1, place)
        .bind(2, limit)
        .map(AnchorStore::anchor)
        .all()
        .collectList();
  }

  /** When the last one was put; empty when none was. */
  Mono<Optional<Instant>> last() {
    return db.sql(LAST).map(row -> Optional.ofNullable(optional(row, "last", Instant.class))).one();
  }

  private static Anchor anchor(Readable row) {
    return new Anchor(
        required(row, "size", Long.class),
        required(row, "place", String.class),
        required(row, "anchored_at", Instant.class),
        required(row, "recorded_at", Instant.class),
        required(row, "recorded_by", String.class));
  }
}
