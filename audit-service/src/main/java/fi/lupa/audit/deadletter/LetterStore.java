package fi.lupa.audit.deadletter;

import fi.lupa.audit.coverage.Source;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The rows of dead letters; what they say stands in their topic only. */
@Repository
class LetterStore {
  private static final String COLUMNS =
      "id, topic, part, record_offset, sent_at, received_at, reason, closed_at, closed_by, event_id, changed";
  private static final String PAGE =
      """
      select %s from dead_letter
      where (received_at, id) < ($1, $2) and ($3::boolean is null or (closed_at is null) = $3)
      order by received_at desc, id desc limit $4
      """
          .formatted(COLUMNS);
  private static final String ONE = "select %s from dead_letter where id = $1".formatted(COLUMNS);
  private static final String CLOSE =
      """
      update dead_letter set closed_at = $2, closed_by = $3, event_id = $4, changed = $5
      where id = $1 and closed_at is null
      """;

  private final DatabaseClient db;

  LetterStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * @param open null for open and closed ones
   */
  Mono<List<Letter>> page(Instant before, UUID id, @Nullable Boolean open, int limit) {
    return db.sql(PAGE)
        .bind(0, before.atOffset(ZoneOffset.UTC))
        .bind(1, id)
        .bind(2, Rows.nullable(Boolean.class, open))
        .bind(3, limit)
        .map(LetterStore::letter)
        .all()
        .collectList();
  }

  Mono<Letter> one(UUID id) {
    return db.sql(ONE).bind(0, id).map(LetterStore::letter).one();
  }

  /** Gives whether it was open until now; whoever else closes it waits meanwhile. */
  Mono<Boolean> close(UUID id, Instant at, String by, @Nullable UUID event, boolean changed) {
    return db.sql(CLOSE)
        .bind(0, id)
        .bind(1, at.atOffset(ZoneOffset.UTC))
        .bind(2, by)
        .bind(3, Rows.nullable(UUID.class, event))
        .bind(4, changed)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  private static Letter letter(Readable row) {
    Instant closedAt = Rows.optional(row, "closed_at", Instant.class);
    return new Letter(
        Rows.required(row, "id", UUID.class),
        Source.of(Rows.required(row, "topic", String.class)),
        Rows.required(row, "part", Integer.class),
        Rows.required(row, "record_offset", Long.class),
        Rows.required(row, "sent_at", Instant.class),
        Rows.required(row, "received_at", Instant.class),
        Rows.required(row, "reason", String.class),
        closedAt == null ? Letter.State.OPEN : Letter.State.CLOSED,
        closedAt,
        Rows.optional(row, "closed_by", String.class),
        Rows.optional(row, "event_id", UUID.class),
        Rows.optional(row, "changed", Boolean.class));
  }
}
