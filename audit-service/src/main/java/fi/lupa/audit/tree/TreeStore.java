package fi.lupa.audit.tree;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.audit.tree.Growth.Node;
import fi.lupa.audit.tree.Growth.StoredTree;
import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.tree.Hash;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The tables of the tree, written at its end only. Hashes go as one row of bytes per statement. */
@Repository
class TreeStore {
  private static final String LOCK = "select size, roots from log_tree for update";

  private static final String READ = "select size, roots from log_tree";

  private static final String ADD_LOGGED =
      """
      insert into log_leaf (idx, hash, event_id, time, shown, rest, salts)
      select $1 + n - 1, substring($2 from 32 * n::int - 31 for 32), event_id, time,
        substring($3 from 32 * n::int - 31 for 32), substring($4 from 32 * n::int - 31 for 32),
        substring($5 from 64 * n::int - 63 for 64)
      from unnest($6::uuid[], $7::timestamptz[]) with ordinality as leaf (event_id, time, n)
      """;

  private static final String ADD_CLEARED =
      """
      insert into log_leaf (idx, hash, event_id, time, cleared, why)
      select $1 + n - 1, substring($2 from 32 * n::int - 31 for 32), event_id, time, cleared, why
      from unnest($3::uuid[], $4::timestamptz[], $5::bigint[], $6::text[]) with ordinality
        as leaf (event_id, time, cleared, why, n)
      """;

  private static final String CLEAR_SALTS =
      """
      update log_leaf set salts = null
      from unnest($1::uuid[], $2::timestamptz[]) as one (event_id, time)
      where log_leaf.event_id = one.event_id and log_leaf.time = one.time and log_leaf.cleared is null
      returning log_leaf.idx, log_leaf.event_id
      """;

  private static final String GROW =
      """
      with added as (
        insert into log_node (level, idx, hash)
        select level, idx, substring($3 from 32 * n::int - 31 for 32)
        from unnest($1::int[], $2::bigint[]) with ordinality as node (level, idx, n)
      )
      update log_tree set size = $4, roots = $5
      """;

  private final DatabaseClient db;

  TreeStore(DatabaseClient db) {
    this.db = db;
  }

  /** The tree, which nobody else can make grow until this transaction has ended. */
  Mono<StoredTree> lock() {
    return tree(LOCK);
  }

  Mono<StoredTree> read() {
    return tree(READ);
  }

  private Mono<StoredTree> tree(String sql) {
    return db.sql(sql)
        .map(row ->
            new StoredTree(required(row, "size", Long.class), required(row, "roots", byte[].class)))
        .one();
  }

  Mono<Void> addLogged(long from, List<NewLeaf> leaves) {
    return db.sql(ADD_LOGGED)
        .bind(0, from)
        .bind(1, row(leaves, NewLeaf::hash))
        .bind(2, row(leaves, leaf -> leaf.leaf().shown()))
        .bind(3, row(leaves, leaf -> leaf.leaf().rest()))
        .bind(4, salts(leaves))
        .bind(5, leaves.stream().map(leaf -> leaf.leaf().event()).toArray(UUID[]::new))
        .bind(6, times(leaves.stream().map(NewLeaf::leaf).toList()))
        .then();
  }

  Mono<Void> addCleared(long from, List<Leaf.Cleared> leaves, List<Hash> hashes) {
    return db.sql(ADD_CLEARED)
        .bind(0, from)
        .bind(1, row(hashes, hash -> hash))
        .bind(2, leaves.stream().map(Leaf.Cleared::event).toArray(UUID[]::new))
        .bind(3, times(leaves))
        .bind(4, leaves.stream().map(Leaf.Cleared::index).toArray(Long[]::new))
        .bind(5, leaves.stream().map(leaf -> leaf.why().name()).toArray(String[]::new))
        .then();
  }

  /** The place of an event's leaf. */
  record Place(UUID event, long index) {}

  Mono<List<Place>> clearSalts(List<EventKey> events) {
    return db.sql(CLEAR_SALTS)
        .bind(0, events.stream().map(EventKey::id).toArray(UUID[]::new))
        .bind(
            1,
            events.stream()
                .map(event -> event.time().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new))
        .map(row ->
            new Place(required(row, "event_id", UUID.class), required(row, "idx", Long.class)))
        .all()
        .collectList();
  }

  Mono<Void> grow(Growth growth) {
    List<Node> nodes = growth.nodes();
    return db.sql(GROW)
        .bind(0, nodes.stream().map(Node::level).toArray(Integer[]::new))
        .bind(1, nodes.stream().map(Node::index).toArray(Long[]::new))
        .bind(2, row(nodes, Node::hash))
        .bind(3, growth.tree().size())
        .bind(4, growth.tree().roots())
        .then();
  }

  private static <T> byte[] row(List<T> of, Function<T, Hash> hash) {
    byte[] row = new byte[of.size() * Hash.BYTES];
    for (int place = 0; place < of.size(); place++) {
      hash.apply(of.get(place)).into(row, place);
    }
    return row;
  }

  private static byte[] salts(List<NewLeaf> leaves) {
    byte[] row = new byte[leaves.size() * NewLeaf.SALTS];
    for (int place = 0; place < leaves.size(); place++) {
      System.arraycopy(leaves.get(place).salts(), 0, row, place * NewLeaf.SALTS, NewLeaf.SALTS);
    }
    return row;
  }

  private static OffsetDateTime[] times(List<? extends Leaf> leaves) {
    return leaves.stream()
        .map(leaf -> leaf.time().atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
