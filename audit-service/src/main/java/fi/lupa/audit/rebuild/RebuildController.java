package fi.lupa.audit.rebuild;

import fi.lupa.platform.Ids;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/log/rebuilds} of {@code openapi/audit.yaml}. */
@RestController
class RebuildController {
  private final Transactions transactions;
  private final RebuildStore store;
  private final Rebuilding rebuilding;
  private final Ids ids;
  private final Clock clock;

  RebuildController(
      Transactions transactions, RebuildStore store, Rebuilding rebuilding, Ids ids, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.rebuilding = rebuilding;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping("/v1/log/rebuilds")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Rebuild> begin(@RequiresScope("log.operate") Caller caller) {
    UUID id = ids.next();
    return transactions
        .run(store.alone().then(store.begin(id, clock.instant(), caller.subject())))
        .filter(begun -> begun)
        .switchIfEmpty(Mono.error(() -> Problem.of("REBUILD_RUNNING")))
        .doOnNext(begun -> rebuilding.kick())
        .then(one(id));
  }

  @GetMapping("/v1/log/rebuilds/{id}")
  Mono<Rebuild> read(@RequiresScope("log.operate") Caller caller, @PathVariable String id) {
    return one(id(id));
  }

  @PostMapping("/v1/log/rebuilds/{id}/abandonment")
  Mono<Rebuild> abandon(@RequiresScope("log.operate") Caller caller, @PathVariable String id) {
    UUID rebuild = id(id);
    Mono<Void> work =
        store
            .alone()
            .then(store.end(rebuild, Rebuild.State.ABANDONED, clock.instant()))
            .filter(ended -> ended)
            .switchIfEmpty(Mono.error(() -> Problem.of("REBUILD_ENDED")))
            .then(store.forget());
    return one(rebuild).then(transactions.run(work)).then(one(rebuild));
  }

  private Mono<Rebuild> one(UUID id) {
    return store.one(id).switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of("NOT_FOUND");
    }
  }
}
