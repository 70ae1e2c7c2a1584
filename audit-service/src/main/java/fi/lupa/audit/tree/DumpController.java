package fi.lupa.audit.tree;

import fi.lupa.audit.tree.DumpStore.Line;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The operator's dump of payloads, for the verification of the whole log: everything that the log
 * holds, so it is never open to the outside (the gateway routes nothing of {@code /internal}).
 */
@RestController
class DumpController {
  private static final long SOME = 1000;
  private final TreeStore tree;
  private final DumpStore store;

  DumpController(TreeStore tree, DumpStore store) {
    this.tree = tree;
    this.store = store;
  }

  /** The first line: of how many entries. */
  record Head(long size) {}

  /** Page by page, at the pace of who reads it; each page is read whole. */
  @GetMapping(path = "/internal/log/payloads", produces = MediaType.APPLICATION_NDJSON_VALUE)
  Flux<Object> payloads(@RequiresScope("log.operate") Caller caller) {
    Objects.requireNonNull(caller);
    return tree.read()
        .flatMapMany(now ->
            Flux.concat(
                Flux.just(new Head(now.size())),
                pages(now.size()).concatMap(from -> page(from, now.size()), 0),
                store.unlogged()));
  }

  private Flux<Line> page(long from, long size) {
    return store
        .logged(from, Math.min(from + SOME, size))
        .collectList()
        .flatMapIterable(lines -> lines);
  }

  private static Flux<Long> pages(long size) {
    return Flux.generate(
        () -> 0L,
        (from, sink) -> {
          if (from >= size) {
            sink.complete();
          } else {
            sink.next(from);
          }
          return from + SOME;
        });
  }
}
