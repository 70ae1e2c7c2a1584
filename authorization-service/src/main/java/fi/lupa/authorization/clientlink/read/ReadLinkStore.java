package fi.lupa.authorization.clientlink.read;

import fi.lupa.authorization.clientlink.ClientLink;
import fi.lupa.authorization.clientlink.ClientLinkRows;
import fi.lupa.contracts.Oid;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a link, for the organisation that made it only. */
@Component
final class ReadLinkStore {
  private static final String FIND = "select * from client_link where id = $1 and organiser = $2";

  private final DatabaseClient db;

  ReadLinkStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<ClientLink> find(UUID id, Oid organiser) {
    return db.sql(FIND).bind(0, id).bind(1, organiser.value()).map(ClientLinkRows::link).one();
  }
}
