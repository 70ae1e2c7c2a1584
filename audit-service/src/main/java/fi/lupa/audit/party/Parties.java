package fi.lupa.audit.party;

import fi.lupa.contracts.Oid;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the log knows of organisations and units: their names over time. */
@Component
public class Parties {
  private final PartyStore store;

  Parties(PartyStore store) {
    this.store = store;
  }

  /** Keeps names that came; one that is there already stays. */
  public Mono<Void> learn(List<PartyName> names) {
    return names.isEmpty() ? Mono.empty() : store.add(names);
  }

  /** The names of these, and of the organisations that they belong to. */
  public Mono<Names> names(Collection<Oid> oids) {
    return oids.isEmpty() ? Mono.just(Names.NONE) : store.of(oids).map(Names::new);
  }
}
