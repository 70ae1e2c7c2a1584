package fi.lupa.audit.clientlink;

import fi.lupa.contracts.event.ClientLinked;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The newest state of each link. */
@Repository
class ClientLinkStore {
  private static final String FOLLOW =
      """
      insert into client_link (former_ref, client_ref, version, linked)
      select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::boolean[])
      on conflict (former_ref) do update
        set client_ref = excluded.client_ref, version = excluded.version, linked = excluded.linked
        where client_link.version < excluded.version
      """;

  private static final String FORGET =
      """
      delete from client_link using unnest($1::uuid[], $2::bigint[]) as one (former_ref, version)
      where client_link.former_ref = one.former_ref and client_link.version = one.version
      """;

  private final DatabaseClient db;

  ClientLinkStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Void> forget(List<ClientLinked> links) {
    return db.sql(FORGET)
        .bind(0, links.stream().map(link -> link.former().value()).toArray(UUID[]::new))
        .bind(1, links.stream().map(ClientLinked::version).toArray(Long[]::new))
        .then();
  }

  Mono<Void> follow(List<ClientLinked> links) {
    return db.sql(FOLLOW)
        .bind(0, links.stream().map(link -> link.former().value()).toArray(UUID[]::new))
        .bind(1, links.stream().map(link -> link.client().value()).toArray(UUID[]::new))
        .bind(2, links.stream().map(ClientLinked::version).toArray(Long[]::new))
        .bind(3, links.stream().map(ClientLinked::holds).toArray(Boolean[]::new))
        .then();
  }
}
