package fi.lupa.audit.tree;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.tile.Tile;
import fi.lupa.verify.tree.Hash;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Reads the tree as tiles. What stands in the tables is given as it is: who reads it verifies it.
 */
@Repository
class TileStore {
  private static final String HASHES =
      """
      select tile.level, tile.idx, tile.width, found.hashes
      from unnest($1::int[], $2::bigint[], $3::int[]) as tile (level, idx, width)
      cross join lateral (
        select string_agg(hash, ''::bytea order by idx) as hashes from (
          select idx, hash from log_leaf
          where tile.level = 0 and log_leaf.idx >= tile.idx * 256 and log_leaf.idx < tile.idx * 256 + tile.width
          union all
          select idx, hash from log_node
          where log_node.level = tile.level
            and log_node.idx >= tile.idx * 256 and log_node.idx < tile.idx * 256 + tile.width
        ) as hash
      ) as found
      """;

  private static final String LEAVES =
      """
      select event_id, time, shown, rest, cleared, why from log_leaf
      where idx >= $1 and idx < $2 order by idx
      """;

  private final DatabaseClient db;

  TileStore(DatabaseClient db) {
    this.db = db;
  }

  /** The hashes of each tile in a row; shorter than the tile where some are missing. */
  Mono<Map<Tile, byte[]>> hashes(Collection<Tile> tiles) {
    List<Tile> all = List.copyOf(tiles);
    return db.sql(HASHES)
        .bind(0, all.stream().map(Tile::level).toArray(Integer[]::new))
        .bind(1, all.stream().map(Tile::index).toArray(Long[]::new))
        .bind(2, all.stream().map(Tile::width).toArray(Integer[]::new))
        .map(row -> Map.entry(tile(row), hashes(row)))
        .all()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The leaves of a tile of level 0. */
  Mono<List<Leaf>> leaves(Tile tile) {
    long from = tile.index() * Tile.FULL;
    return db.sql(LEAVES)
        .bind(0, from)
        .bind(1, from + tile.width())
        .map(TileStore::leaf)
        .all()
        .collectList();
  }

  private static Tile tile(Readable row) {
    return new Tile(
        required(row, "level", Integer.class),
        required(row, "idx", Long.class),
        required(row, "width", Integer.class));
  }

  private static byte[] hashes(Readable row) {
    byte[] hashes = optional(row, "hashes", byte[].class);
    return hashes == null ? new byte[0] : hashes;
  }

  /** The leaf that a row of {@code log_leaf} tells. */
  static Leaf leaf(Readable row) {
    UUID event = required(row, "event_id", UUID.class);
    Instant time = required(row, "time", Instant.class);
    Long cleared = optional(row, "cleared", Long.class);
    return cleared == null
        ? new Leaf.Logged(event, time, hash(row, "shown"), hash(row, "rest"))
        : new Leaf.Cleared(
            event, time, cleared, Leaf.Why.valueOf(required(row, "why", String.class)));
  }

  private static Hash hash(Readable row, String column) {
    return Hash.of(required(row, column, byte[].class));
  }
}
