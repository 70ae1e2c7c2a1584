package fi.lupa.authorization.usageright.batch.cancel;

import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.authorization.usageright.batch.BatchAnswer;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.security.RequiresScope;
import fi.lupa.platform.sql.Transactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class CancelBatchController {
  private final CancelStore store;
  private final Transactions transactions;
  private final Clock clock;

  CancelBatchController(CancelStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PostMapping("/v1/usage-rights/batches/{id}/cancellation")
  Mono<BatchAnswer> cancel(
      @RequiresScope("rights.manage") Caller organiser, @PathVariable UUID id) {
    Mono<Batch> work =
        Mono.defer(() -> store.lock(id, organiser.organisation()))
            .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
            .flatMap(this::cancel);
    return transactions.run(work).map(batch -> BatchAnswer.of(batch, clock.instant()));
  }

  private Mono<Batch> cancel(Batch batch) {
    return switch (batch.state()) {
      case RECEIVED, RUNNING -> store.cancel(batch, clock.instant().truncatedTo(ChronoUnit.MICROS));
      case CANCELLED -> Mono.just(batch);
      case DONE -> Mono.error(Problem.of("BATCH_ALREADY_DONE"));
    };
  }
}
