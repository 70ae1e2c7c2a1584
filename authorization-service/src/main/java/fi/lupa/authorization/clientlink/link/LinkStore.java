package fi.lupa.authorization.clientlink.link;

import fi.lupa.authorization.clientlink.ClientLink;
import fi.lupa.authorization.clientlink.ClientLinkRows;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores a link, or finds the one that stands in its way. */
@Component
final class LinkStore {
  private static final String JOINED =
      "select 1 from organisation where oid = $1 and status = 'JOINED' for share";

  /** A cancelled link's identifier may be linked anew, in the next version. */
  private static final String LINK =
      ClientLinkRows.recording(
          """
          insert into client_link as held (former_ref, id, version, state, client_ref, organiser, linked_at)
          values ($4, $5, 1, 'LINKED', $6, $2, $1)
          on conflict (former_ref) do update set
            version = held.version + 1,
            state = 'LINKED',
            client_ref = excluded.client_ref,
            organiser = excluded.organiser,
            linked_at = greatest(held.cancelled_at, excluded.linked_at),
            cancelled_at = null
            where held.state = 'CANCELLED'
          returning *
          """);

  private static final String FIND = "select * from client_link where former_ref = $1";

  private final DatabaseClient db;

  LinkStore(DatabaseClient db) {
    this.db = db;
  }

  /** Whether the organisation has joined; if so, it stays so until the transaction ends. */
  Mono<Boolean> joined(Oid organisation) {
    return db.sql(JOINED)
        .bind(0, organisation.value())
        .map(row -> true)
        .one()
        .defaultIfEmpty(false);
  }

  /** Empty when the identifier is linked already. */
  Mono<ClientLink> link(ClientRef former, ClientRef client, UUID newId, Instant now, Caller by) {
    int first = ClientLinkRows.FIRST_PARAMETER;
    return ClientLinkRows.bind(db, LINK, now, by)
        .bind(first, former.value())
        .bind(first + 1, newId)
        .bind(first + 2, client.value())
        .map(ClientLinkRows::link)
        .one();
  }

  Mono<ClientLink> find(ClientRef former) {
    return db.sql(FIND).bind(0, former.value()).map(ClientLinkRows::link).one();
  }
}
