package fi.lupa.audit.tree;

import fi.lupa.audit.tree.TreeStore.Place;
import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.time.Instant;
import java.util.Comparator;
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
   * Clears the salts of events' leaves, and puts leaves at the tree's end that say so; in the
   * transaction that clears the events and as the last thing in it.
   */
  public Mono<Void> clear(List<EventKey> events, Instant now, Leaf.Why why) {
    return store
        .clearSalts(events)
        .map(found ->
            found.stream()
                .sorted(Comparator.comparingLong(Place::index))
                .map(place -> new Leaf.Cleared(place.event(), now, place.index(), why))
                .toList())
        .flatMap(leaves -> leaves.isEmpty() ? Mono.empty() : appendCleared(leaves));
  }

  private Mono<Void> appendCleared(List<Leaf.Cleared> leaves) {
    Hasher hasher = new Hasher();
    List<Hash> hashes = leaves.stream().map(leaf -> hasher.leaf(leaf.bytes())).toList();
    return store
        .lock()
        .flatMap(tree ->
            store
                .addCleared(tree.size(), leaves, hashes)
                .then(store.grow(Growth.of(tree, hashes))));
  }
}
