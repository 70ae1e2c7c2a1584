package fi.lupa.authorization.usageright.grant;

import fi.lupa.authorization.fact.Change;
import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightChanges;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.check.Refusal;
import fi.lupa.authorization.usageright.check.RightCheck;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The act of granting, however it was asked for; runs inside the caller's transaction. */
@Component
public final class Granting {
  private final RightCheck check;
  private final GrantStore store;
  private final UsageRightChanges changes;
  private final ClientRefs clientRefs;
  private final Ids ids;
  private final Clock clock;

  Granting(
      RightCheck check,
      GrantStore store,
      UsageRightChanges changes,
      ClientRefs clientRefs,
      Ids ids,
      Clock clock) {
    this.check = check;
    this.store = store;
    this.changes = changes;
    this.clientRefs = clientRefs;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the change, or an error with the reason code, after which nothing may be committed
   */
  public Mono<Change> grant(GrantRequest request, Caller organiser) {
    UsageRightId id = new UsageRightId(ids.next());
    ClientRef client = clientRefs.of(request.client());
    Function<Instant, UsageRight> asOf =
        now -> request.right(id, client, organiser.organisation(), now);
    return check
        .passed(asOf.apply(clock.instant()), asOf)
        .flatMap(right -> store(right, ChangedBy.of(organiser)));
  }

  private Mono<Change> store(UsageRight right, ChangedBy by) {
    return store
        .insert(right, by)
        .filter(inserted -> inserted)
        .switchIfEmpty(Mono.error(Refusal.RIGHT_OVERLAPS::problem))
        .then(
            Mono.defer(
                () -> changes.tell(right, UsageRightChanged.Change.GRANTED, right.grantedAt())));
  }
}
