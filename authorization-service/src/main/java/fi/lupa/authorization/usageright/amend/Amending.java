package fi.lupa.authorization.usageright.amend;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.Terms;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.check.RightCheck;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.security.Caller;
import fi.lupa.platform.web.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The act of amending, however it was asked for; runs inside the caller's transaction. */
@Component
public final class Amending {
  private final RightCheck check;
  private final AmendStore store;
  private final UsageRightChanges changes;
  private final Clock clock;

  Amending(RightCheck check, AmendStore store, UsageRightChanges changes, Clock clock) {
    this.check = check;
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Holds first the organisations and then the right, like everyone who holds both.
   *
   * @return the change, or an error with the reason code, after which nothing may be committed
   */
  public Mono<Change> amend(
      UsageRightId id, ExpectedVersion expected, AmendRequest request, Caller organiser) {
    Terms terms = request.terms();
    return store
        .find(id, organiser.organisation())
        .switchIfEmpty(Mono.error(() -> Problem.of("NOT_FOUND")))
        .doOnNext(right -> expected.check(right.version()))
        .doOnNext(right -> refuse(right, terms))
        .flatMap(right -> check.passed(right.amended(terms, now()), at -> right.amended(terms, at)))
        .then(Mono.defer(() -> store.lock(id, organiser.organisation())))
        .doOnNext(right -> expected.check(right.version()))
        .flatMap(right -> amend(right, terms, organiser));
  }

  private Mono<Change> amend(UsageRight right, Terms terms, Caller organiser) {
    Instant now = refuse(right, terms);
    UsageRight amended = right.amended(terms, now);
    return store
        .update(amended, now, ChangedBy.of(organiser))
        .then(Mono.defer(() -> changes.tell(amended, UsageRightChanged.Change.AMENDED, now)));
  }

  private Instant refuse(UsageRight right, Terms terms) {
    Instant now = now();
    AmendRules.check(right, terms, now)
        .ifPresent(refusal -> {
          throw refusal.problem();
        });
    return now;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
