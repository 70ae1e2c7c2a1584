package fi.lupa.disclosure.visibility;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.disclosure.decision.Possibility.Asker;
import fi.lupa.platform.sql.Rows;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who could ask besides those that the client's facts name: thousands of organisations, but few
 * kinds of them. The kind is all that the rules see of an organisation that nothing names.
 */
@Repository
class AskerStore {
  private static final String KINDS =
      """
      select o.data::text as data, kind.members
      from (
        select min(oid) as oid, count(*)::int as members
        from organisation_fact
          cross join lateral (
            select string_agg(f, ' ' order by f) as enabled from jsonb_array_elements_text(data->'functions') as f) as functions
          cross join lateral (
            select jsonb_agg(distinct nullif(u->'jointServices', 'null')) as given from jsonb_array_elements(data->'units') as u) as joint
        where data->>'status' = 'JOINED' and oid <> all($1)
        group by data->>'sector', data->>'ownership', enabled, jsonb_array_length(data->'units') = 0,
          joint.given) kind
        join organisation_fact o using (oid)
      order by o.oid
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  AskerStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** One organisation of each kind, with how many there are. */
  Mono<List<Asker>> others(Collection<Oid> named) {
    return db.sql(KINDS)
        .bind(0, named.stream().map(Oid::value).toArray(String[]::new))
        .map(row ->
            new Asker(
                json.readValue(Rows.required(row, "data", String.class), OrganisationChanged.class),
                Rows.required(row, "members", Integer.class)))
        .all()
        .collectList();
  }
}
