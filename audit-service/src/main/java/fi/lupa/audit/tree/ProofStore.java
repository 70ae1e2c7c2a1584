package fi.lupa.audit.tree;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.verify.leaf.Leaf;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads the leaves of events with what they have committed to. */
@Repository
class ProofStore {
  private static final String OF =
      """
      select leaf.idx, leaf.event_id, leaf.time, leaf.shown, leaf.rest, leaf.cleared, leaf.why, leaf.salts,
        event.type, event.data
      from unnest($1::uuid[], $2::timestamptz[]) as key (id, at)
      join log_leaf leaf on leaf.event_id = key.id and leaf.time = key.at and leaf.cleared is null
      join event on event.event_id = leaf.event_id and event.time = leaf.time
      where leaf.idx < $3 and leaf.salts is not null and event.data is not null
      """;

  private final DatabaseClient db;

  ProofStore(DatabaseClient db) {
    this.db = db;
  }

  /** A leaf of an event, and what it has committed to. */
  record Proved(long index, Leaf leaf, String type, String data, byte[] salts) {}

  /**
   * Those of the events that stand in the tree of the first {@code size} leaves and weren't erased.
   */
  Mono<List<Proved>> of(Collection<EventKey> events, long size) {
    return db.sql(OF)
        .bind(0, events.stream().map(EventKey::id).toArray(UUID[]::new))
        .bind(1, events.stream().map(ProofStore::time).toArray(OffsetDateTime[]::new))
        .bind(2, size)
        .map(ProofStore::proved)
        .all()
        .collectList();
  }

  private static Proved proved(Readable row) {
    return new Proved(
        required(row, "idx", Long.class),
        TileStore.leaf(row),
        required(row, "type", String.class),
        required(row, "data", String.class),
        required(row, "salts", byte[].class));
  }

  private static OffsetDateTime time(EventKey event) {
    return event.time().atOffset(ZoneOffset.UTC);
  }
}
