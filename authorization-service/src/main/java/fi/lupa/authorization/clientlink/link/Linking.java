package fi.lupa.authorization.clientlink.link;

import fi.lupa.authorization.clientlink.ClientLink;
import fi.lupa.authorization.clientlink.ClientLinkAnswer;
import fi.lupa.authorization.clientlink.ClientLinkChanges;
import fi.lupa.authorization.fact.Change;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.Ids;
import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The act of linking; runs inside the caller's transaction. */
@Component
final class Linking {
  private final LinkStore store;
  private final ClientLinkChanges changes;
  private final ClientRefs refs;
  private final Ids ids;
  private final Clock clock;

  Linking(LinkStore store, ClientLinkChanges changes, ClientRefs refs, Ids ids, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.refs = refs;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @return the change, or the link as it is when it was made before; an error with the reason
   *     code, after which nothing may be committed
   */
  Mono<Change> link(LinkRequest request, Caller organiser) {
    if (!LinkRules.isGivenBy(request.former().value(), organiser.organisation())) {
      return Mono.error(LinkRefusal.TEMPORARY_ID_NOT_YOURS.problem());
    }
    return store
        .joined(organiser.organisation())
        .filter(joined -> joined)
        .switchIfEmpty(Mono.error(LinkRefusal.ORGANISER_NOT_READY::problem))
        .then(
            Mono.defer(
                () -> link(refs.of(request.former()), refs.of(request.client()), organiser)));
  }

  private Mono<Change> link(ClientRef former, ClientRef client, Caller organiser) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return store
        .link(former, client, ids.next(), now, organiser)
        .flatMap(changes::tell)
        .switchIfEmpty(Mono.defer(() -> store.find(former).map(held -> same(held, client))));
  }

  private static Change same(ClientLink held, ClientRef client) {
    if (!held.client().equals(client)) {
      throw LinkRefusal.TEMPORARY_ID_LINKED.problem();
    }
    return Change.none(ClientLinkAnswer.of(held));
  }
}
