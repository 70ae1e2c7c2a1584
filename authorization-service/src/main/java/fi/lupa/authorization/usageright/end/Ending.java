package fi.lupa.authorization.usageright.end;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.end.EndOutcome.Ended;
import fi.lupa.authorization.usageright.end.EndOutcome.Refused;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The acts of ending, however they were asked for; run inside the caller's transaction. The moment
 * is taken while the rights are locked, so that ends are in the order of versions.
 */
@Component
public final class Ending {
  private final EndStore store;
  private final UsageRightChanges changes;
  private final Clock clock;

  Ending(EndStore store, UsageRightChanges changes, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Ends one right.
   *
   * @return the change, or an error with the reason code, after which nothing may be committed
   */
  public Mono<Change> end(
      UsageRightId id, ExpectedVersion expected, EndOrder order, Caller organiser) {
    return store
        .lock(id, organiser.organisation())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .doOnNext(right -> expected.check(right.version()))
        .flatMap(right -> {
          Instant now = now();
          return switch (EndRules.end(right, order, now)) {
            case Refused refused -> Mono.error(refused.problem());
            case Ended(UsageRight ended) -> store(ended, now, organiser);
          };
        });
  }

  /**
   * Ends all that is left of the rights that the organiser has given to the client: their
   * relationship is over.
   *
   * @param on the last day of the relationship; null means it ends at once
   * @return the changes, none when nothing was left; an error END_IN_PAST
   */
  public Mono<List<Change>> endRelationship(
      ClientRef client, @Nullable LocalDate on, Caller organiser) {
    return store
        .lockAll(client, organiser.organisation())
        .flatMap(rights -> {
          Instant now = now();
          return Flux.fromIterable(RelationshipRules.end(rights, on, now))
              .concatMap(ended -> store(ended, now, organiser))
              .collectList();
        });
  }

  private Mono<Change> store(UsageRight ended, Instant now, Caller organiser) {
    return store
        .update(ended, now, ChangedBy.of(organiser))
        .then(Mono.defer(() -> changes.tell(ended, UsageRightChanged.Change.ENDED, now)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
