package fi.lupa.authorization.clientlink;

import fi.lupa.authorization.fact.Change;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The last step of every act on a link, inside its transaction: the event that tells of it. */
@Component
public final class ClientLinkChanges {
  private final Outbox outbox;

  ClientLinkChanges(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * @param link as it is after the act
   */
  public Mono<Change> tell(ClientLink link) {
    return outbox
        .append(event(link), link.id().toString())
        .map(event -> new Change(event, ClientLinkAnswer.of(link)));
  }

  private static ClientLinked event(ClientLink link) {
    return new ClientLinked(
        link.id(),
        link.version(),
        link.state(),
        link.organiser(),
        link.client(),
        link.former(),
        link.linkedAt(),
        link.cancelledAt());
  }
}
