package fi.lupa.consent.clientlink;

import fi.lupa.contracts.event.ClientLinked;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The newest state of each link: an older version never overwrites a newer one. */
@Component
class LinkStore {
  private static final String FOLLOW =
      """
      insert into client_link (former_ref, client_ref, version, linked)
      select distinct on (former_ref) *
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::boolean[]) as told(former_ref, client_ref, version, linked)
      order by former_ref, version desc
      on conflict (former_ref) do update
        set client_ref = excluded.client_ref, version = excluded.version, linked = excluded.linked
        where client_link.version < excluded.version
      """;

  private final DatabaseClient db;

  LinkStore(DatabaseClient db) {
    this.db = db;
  }

  /** One statement, so that a batch is followed whole or not at all. */
  Mono<Void> follow(List<ClientLinked> links) {
    return db.sql(FOLLOW)
        .bind(0, links.stream().map(link -> link.former().value()).toArray(UUID[]::new))
        .bind(1, links.stream().map(link -> link.client().value()).toArray(UUID[]::new))
        .bind(2, links.stream().map(ClientLinked::version).toArray(Long[]::new))
        .bind(3, links.stream().map(ClientLinked::holds).toArray(Boolean[]::new))
        .then();
  }
}
