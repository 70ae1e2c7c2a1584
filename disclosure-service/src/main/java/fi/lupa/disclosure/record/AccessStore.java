package fi.lupa.disclosure.record;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The records of accesses in PostgreSQL: written once, never updated. */
@Repository
public class AccessStore {
  private static final String INSERT =
      """
      insert into access_record (id, client_ref, act, occurred_at, requester, controllers, outcome,
        reason_code, explanation, break_glass)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)
      """;
  private static final String FIND =
      """
      select explanation::text as explanation from access_record
      where id = $1 and (requester = $2 or $2 = any(controllers))
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  AccessStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * @param controllers whose registers the access concerned
   */
  public Mono<Void> insert(ClientRef client, AccessExplanation access, List<Oid> controllers) {
    return db.sql(INSERT)
        .bind(0, access.queryId())
        .bind(1, client.value())
        .bind(2, access.act())
        .bind(3, OffsetDateTime.ofInstant(access.time(), ZoneOffset.UTC))
        .bind(4, access.requester().organisation().value())
        .bind(5, controllers.stream().map(Oid::value).toArray(String[]::new))
        .bind(6, access.outcome().name())
        .bind(7, Rows.nullable(String.class, access.reasonCode()))
        .bind(8, json.writeValueAsString(access))
        .bind(9, access.breakGlass() != null)
        .then();
  }

  /** The explanation of an access that the organisation made or whose register it concerned. */
  public Mono<AccessExplanation> find(UUID id, Oid organisation) {
    return db.sql(FIND)
        .bind(0, id)
        .bind(1, organisation.value())
        .map(row -> Rows.required(row, "explanation", String.class))
        .one()
        .map(text -> json.readValue(text, AccessExplanation.class));
  }
}
