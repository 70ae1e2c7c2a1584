package fi.lupa.audit.representation;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.RepresentationChanged;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The newest state of each relation. */
@Repository
class RepresentationStore {
  private static final String FOLLOW =
      """
      insert into representation (client_ref, id, version, data)
      select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[])
      on conflict (client_ref, id) do update set version = excluded.version, data = excluded.data
        where representation.version < excluded.version
      """;
  private static final String FORGET =
      """
      delete from representation
      using unnest($1::uuid[], $2::uuid[], $3::bigint[]) as one (client_ref, id, version)
      where representation.client_ref = one.client_ref and representation.id = one.id
        and representation.version = one.version
      """;

  private static final String ONE =
      "select data from representation where client_ref = $1 and id = $2";

  private final DatabaseClient db;
  private final JsonMapper json;

  RepresentationStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * @param relations one of each, in a fixed order
   */
  Mono<Void> follow(List<RepresentationChanged> relations) {
    return db.sql(FOLLOW)
        .bind(0, relations.stream().map(one -> one.client().value()).toArray(UUID[]::new))
        .bind(1, relations.stream().map(RepresentationChanged::id).toArray(UUID[]::new))
        .bind(2, relations.stream().map(RepresentationChanged::version).toArray(Long[]::new))
        .bind(3, relations.stream().map(json::writeValueAsString).toArray(String[]::new))
        .then();
  }

  Mono<Void> forget(List<RepresentationChanged> relations) {
    return db.sql(FORGET)
        .bind(0, relations.stream().map(one -> one.client().value()).toArray(UUID[]::new))
        .bind(1, relations.stream().map(RepresentationChanged::id).toArray(UUID[]::new))
        .bind(2, relations.stream().map(RepresentationChanged::version).toArray(Long[]::new))
        .then();
  }

  Mono<RepresentationChanged> one(ClientRef client, UUID id) {
    return db.sql(ONE)
        .bind(0, client.value())
        .bind(1, id)
        .map(row -> Objects.requireNonNull(row.get("data", String.class)))
        .one()
        .map(data -> json.readValue(data, RepresentationChanged.class));
  }
}
