package fi.lupa.audit.mylog;

import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.tree.EntryProof;
import fi.lupa.audit.tree.EventKey;
import fi.lupa.audit.tree.Proofs;
import fi.lupa.audit.tree.SignedCheckpoint;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.RequiresScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The proof of one entry of one's own log, of the same shape as in an exported log. */
@RestController
class ProofController {
  private final MyLogStore store;
  private final Proofs proofs;
  private final Readers readers;

  ProofController(MyLogStore store, Proofs proofs, Readers readers) {
    this.store = store;
    this.proofs = proofs;
    this.readers = readers;
  }

  record Answer(String checkpoint, List<Item> items) {}

  record Item(UUID id, Instant time, EntryProof proof) {}

  @GetMapping("/v1/my/log/{entryId}/proof")
  Mono<ResponseEntity<Answer>> proof(
      @RequiresScope(value = "citizen", orRepresentative = true) Citizen citizen,
      @PathVariable String entryId) {
    return readers
        .read(citizen, proof(citizen.client(), MyLogController.id(entryId)))
        .map(answer -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer));
  }

  private Mono<Answer> proof(ClientRef client, UUID id) {
    return store
        .one(client, id)
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .zipWith(proofs.newest(), this::proof)
        .flatMap(answer -> answer)
        .switchIfEmpty(Mono.error(() -> Problem.of("PROOF_NOT_YET")));
  }

  private Mono<Answer> proof(Recorded event, SignedCheckpoint under) {
    return proofs
        .of(under, List.of(new EventKey(event.id(), event.time())))
        .mapNotNull(found -> found.get(event.id()))
        .map(proof -> new Answer(under.note(), List.of(new Item(event.id(), event.time(), proof))));
  }
}
