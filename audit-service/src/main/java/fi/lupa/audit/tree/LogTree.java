package fi.lupa.audit.tree;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The log's tree, as it grows. */
@Component
public class LogTree {
  private final TreeStore store;

  LogTree(TreeStore store) {
    this.store = store;
  }

  /**
   * Puts leaves at the tree's end, in the transaction that keeps their events and as the last thing
   * in it: from here to the commit nobody else appends.
   */
  public Mono<Void> append(List<NewLeaf> leaves) {
    return leaves.isEmpty()
        ? Mono.empty()
        : store
            .lock()
            .flatMap(tree -> {
              Growth growth = Growth.of(tree, leaves.stream().map(NewLeaf::hash).toList());
              return store.addLogged(tree.size(), leaves).then(store.grow(growth));
            });
  }

  /**
   * Clears the salts of an event's leaf, and puts a leaf at the tree's end that says so; in the
   * transaction that clears the event and as the last thing in it.
   */
  public Mono<Void> clear(EventKey event, Instant now, Leaf.Why why) {
    return store
        .clearSalts(event)
        .flatMap(index ->
            store
                .lock()
                .flatMap(tree -> {
                  Leaf.Cleared leaf = new Leaf.Cleared(event.id(), now, index, why);
                  Hash hash = new Hasher().leaf(leaf.bytes());
                  return store
                      .addCleared(tree.size(), leaf, hash)
                      .then(store.grow(Growth.of(tree, List.of(hash))));
                }));
  }
}
