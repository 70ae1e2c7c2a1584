package fi.lupa.authorization.clientlink.cancel;

import fi.lupa.authorization.clientlink.ClientLink;
import fi.lupa.authorization.clientlink.ClientLinkRows;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores a cancellation. */
@Component
final class CancelLinkStore {
  private static final String LOCK =
      "select * from client_link where id = $1 and organiser = $2 for update";
  private static final String CANCEL =
      ClientLinkRows.recording(
          """
          update client_link
          set version = version + 1, state = 'CANCELLED', cancelled_at = greatest(linked_at, $1)
          where id = $4
          returning *
          """);

  private final DatabaseClient db;

  CancelLinkStore(DatabaseClient db) {
    this.db = db;
  }

  /** The organiser's link, held until the transaction ends; empty when it has no such link. */
  Mono<ClientLink> lock(UUID id, Oid organiser) {
    return db.sql(LOCK).bind(0, id).bind(1, organiser.value()).map(ClientLinkRows::link).one();
  }

  Mono<ClientLink> cancel(ClientLink link, Instant now, Caller by) {
    return ClientLinkRows.bind(db, CANCEL, now, by)
        .bind(ClientLinkRows.FIRST_PARAMETER, link.id())
        .map(ClientLinkRows::link)
        .one();
  }
}
