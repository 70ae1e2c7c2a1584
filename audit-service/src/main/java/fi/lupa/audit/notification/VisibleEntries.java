package fi.lupa.audit.notification;

import fi.lupa.contracts.ClientRef;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What the client sees of the own log: what isn't shown there mustn't show by a message either. */
public interface VisibleEntries {
  /** Whether any of them is shown. */
  Mono<Boolean> any(ClientRef client, List<UUID> entries);
}
