package fi.lupa.audit.mylog;

import fi.lupa.audit.notification.VisibleEntries;
import fi.lupa.contracts.ClientRef;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks by the same statement that shows a client one entry. */
@Component
class Shown implements VisibleEntries {
  private final MyLogStore store;

  Shown(MyLogStore store) {
    this.store = store;
  }

  @Override
  public Mono<Boolean> any(ClientRef client, List<UUID> entries) {
    return Flux.fromIterable(entries).concatMap(id -> store.one(client, id)).hasElements();
  }
}
