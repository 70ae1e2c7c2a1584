package fi.lupa.disclosure.citizen;

import fi.lupa.platform.security.Representative;
import fi.lupa.platform.sql.Rows;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The record of what was looked at in the citizen's own view: written once, never updated. */
@Repository
public class CitizenViewStore {
  private static final String INSERT =
      """
      insert into citizen_view (id, client_ref, act, occurred_at, reason_code, shown, withheld,
        representative_ref, representation_id, representation_role)
      values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $10)
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  CitizenViewStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** To be called in the transaction that reads what is shown. */
  public Mono<Void> insert(CitizenView view) {
    Representative by = view.citizen().representative();
    return db.sql(INSERT)
        .bind(0, view.id())
        .bind(1, view.citizen().client().value())
        .bind(2, view.act().name())
        .bind(3, OffsetDateTime.ofInstant(view.time(), ZoneOffset.UTC))
        .bind(4, Rows.nullable(String.class, view.reasonCode()))
        .bind(5, json.writeValueAsString(view.shown()))
        .bind(6, json.writeValueAsString(view.withheld()))
        .bind(7, Rows.nullable(UUID.class, by == null ? null : by.person().value()))
        .bind(8, Rows.nullable(UUID.class, by == null ? null : by.representation()))
        .bind(9, Rows.nullable(String.class, by == null ? null : by.role().name()))
        .then();
  }
}
