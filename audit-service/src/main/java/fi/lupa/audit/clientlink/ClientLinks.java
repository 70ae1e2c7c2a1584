package fi.lupa.audit.clientlink;

import fi.lupa.contracts.event.ClientLinked;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Follows the links of clients: whose entries stand in whose log. */
@Component
public final class ClientLinks {
  private final ClientLinkStore store;

  ClientLinks(ClientLinkStore store) {
    this.store = store;
  }

  /** In the transaction that keeps the events. An older version changes nothing. */
  public Mono<Void> follow(Collection<ClientLinked> links) {
    List<ClientLinked> newest = newest(links);
    return newest.isEmpty() ? Mono.empty() : store.follow(newest);
  }

  /** When the events that told them are cleared. What a newer event told stays. */
  public Mono<Void> forget(Collection<ClientLinked> links) {
    return links.isEmpty() ? Mono.empty() : store.forget(newest(links));
  }

  /** One of each temporary identifier, in a fixed order, so that writers never wait in a circle. */
  static List<ClientLinked> newest(Collection<ClientLinked> links) {
    TreeMap<UUID, ClientLinked> newest = new TreeMap<>();
    links.forEach(link ->
        newest.merge(link.former().value(), link, (a, b) -> a.version() < b.version() ? b : a));
    return List.copyOf(newest.values());
  }
}
