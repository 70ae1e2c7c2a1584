package fi.lupa.disclosure.citizen.organisations;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.platform.sql.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every organisation that is known, by its Finnish name. */
@Repository
class MyOrganisationStore {
  private static final String PAGE =
      """
      select data::text as data
      from organisation_fact
      where $1::text is null or (data->'name'->>'fi', oid) > (
        select data->'name'->>'fi', oid from organisation_fact where oid = $1)
      order by data->'name'->>'fi', oid
      limit $2
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  MyOrganisationStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * @param after the one last seen; absent for the first page
   */
  Mono<List<OrganisationChanged>> page(@Nullable Oid after, int limit) {
    return db.sql(PAGE)
        .bind(0, Rows.nullable(String.class, after == null ? null : after.value()))
        .bind(1, limit)
        .map(row ->
            json.readValue(Rows.required(row, "data", String.class), OrganisationChanged.class))
        .all()
        .collectList();
  }
}
