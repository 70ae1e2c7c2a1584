package fi.lupa.audit.tree;

import fi.lupa.audit.tree.ProofStore.Proved;
import fi.lupa.platform.problem.Problem;
import fi.lupa.verify.leaf.Parts;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Inclusion;
import fi.lupa.verify.tree.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Proofs of entries, for whoever may see those entries: that is for the caller to know. All entries
 * of one answer are proved under one checkpoint.
 */
@Component
public class Proofs {
  private final CheckpointStore checkpoints;
  private final ProofStore store;
  private final ProofMaker maker;

  Proofs(CheckpointStore checkpoints, ProofStore store, ProofMaker maker) {
    this.checkpoints = checkpoints;
    this.store = store;
    this.maker = maker;
  }

  /**
   * The newest checkpoint.
   *
   * @throws Problem PROOF_NOT_YET in the first second of a new log, before it has signed any
   */
  public Mono<SignedCheckpoint> newest() {
    return checkpoints.newest().switchIfEmpty(Mono.error(() -> Problem.of("PROOF_NOT_YET")));
  }

  /** Proofs by event; an event that isn't under the checkpoint yet, or was erased, has none. */
  public Mono<Map<UUID, EntryProof>> of(SignedCheckpoint checkpoint, Collection<EventKey> events) {
    return events.isEmpty()
        ? Mono.just(Map.of())
        : store.of(events, checkpoint.size()).flatMap(found -> prove(checkpoint.size(), found));
  }

  private Mono<Map<UUID, EntryProof>> prove(long size, List<Proved> found) {
    return maker.make(
        size,
        nodes ->
            found.stream()
                .collect(
                    Collectors.toMap(
                        proved -> proved.leaf().event(), proved -> proof(proved, nodes, size))));
  }

  private static EntryProof proof(Proved proved, Nodes nodes, long size) {
    byte[] data = proved.data().getBytes(StandardCharsets.UTF_8);
    return new EntryProof(
        proved.index(),
        text(proved.leaf().bytes()),
        path(nodes, proved.index(), size),
        text(Parts.of(proved.type(), data).shown()),
        Salt.in(proved.salts(), 0).toString());
  }

  private static List<String> path(Nodes nodes, long index, long size) {
    return Inclusion.prove(nodes, index, size, new Hasher()).stream().map(Hash::toString).toList();
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
