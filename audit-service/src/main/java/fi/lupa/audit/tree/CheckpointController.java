package fi.lupa.audit.tree;

import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.OpenToAll;
import fi.lupa.platform.web.Cursor;
import fi.lupa.platform.web.PageRequest;
import fi.lupa.verify.tree.Consistency;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the log has signed, and that each begins with all before it. */
@RestController
class CheckpointController {
  private final CheckpointStore checkpoints;
  private final ProofMaker maker;

  CheckpointController(CheckpointStore checkpoints, ProofMaker maker) {
    this.checkpoints = checkpoints;
    this.maker = maker;
  }

  /** One page, the newest first. */
  record Page(List<Item> items, @Nullable String next) {}

  record Item(long size, String root, Instant signedAt, String note) {
    static Item of(SignedCheckpoint signed) {
      return new Item(
          signed.size(), signed.checkpoint().root().toString(), signed.signedAt(), signed.note());
    }
  }

  @OpenToAll
  @GetMapping("/v1/log/checkpoints")
  Mono<Page> page(PageRequest request) {
    return Mono.fromSupplier(() -> below(request.cursor()))
        .flatMap(below -> checkpoints.page(below, request.limit() + 1))
        .map(found -> {
          List<Item> shown = found.stream().limit(request.limit()).map(Item::of).toList();
          boolean more = found.size() > shown.size();
          return new Page(shown, more ? Cursor.encode(shown.getLast().size()) : null);
        });
  }

  @OpenToAll
  @GetMapping("/v1/log/checkpoints/{size}")
  Mono<ResponseEntity<String>> one(@PathVariable String size) {
    return Mono.fromSupplier(() -> number(size, Problem.of("NOT_FOUND")))
        .flatMap(checkpoints::one)
        .map(one -> LogFilesController.text(one.note(), CacheControl.noCache()))
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  /** In the trees of the first {@code from} and {@code to} leaves; see verify's Consistency. */
  record Proof(long from, long to, List<String> path) {}

  @OpenToAll
  @GetMapping("/v1/log/consistency")
  Mono<Proof> consistency(
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
    return checkpoints
        .newest()
        .switchIfEmpty(Mono.error(() -> Problem.of("PROOF_NOT_YET")))
        .flatMap(newest -> {
          long later = number(to, Problem.invalid("/to", "must be a number of leaves"));
          long earlier = number(from, Problem.invalid("/from", "must be a number of leaves"));
          if (later > newest.size()) {
            throw Problem.invalid("/to", "must not be beyond the newest checkpoint");
          }
          if (earlier > later) {
            throw Problem.invalid("/from", "must not be beyond `to`");
          }
          return maker
              .make(later, nodes -> Consistency.prove(nodes, earlier, later, new Hasher()))
              .map(path -> new Proof(earlier, later, path.stream().map(Hash::toString).toList()));
        });
  }

  private static long below(@Nullable String cursor) {
    return cursor == null
        ? Long.MAX_VALUE
        : number(Cursor.decode(cursor, 1).getFirst(), Cursor.invalid());
  }

  private static long number(String text, Problem otherwise) {
    if (!text.matches("[0-9]{1,18}")) {
      throw otherwise;
    }
    return Long.parseLong(text);
  }
}
