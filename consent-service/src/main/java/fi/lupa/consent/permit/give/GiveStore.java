package fi.lupa.consent.permit.give;

import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.OriginColumns;
import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.PermitRow;
import fi.lupa.contracts.ClientRef;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes given and refused permits. */
@Component
class GiveStore {
  /**
   * The client's permit of this kind, or its next version, which never stands before the one it
   * follows.
   */
  private static final String GIVE =
      """
      with current as (
        insert into permit as held (%1$s)
        values ($1, $2, $3, 1, $4, $5, $6, $7, case $4 when 'GIVEN' then $8 end, $8)
        on conflict (client_ref, kind) do update set
          version = held.version + 1,
          state = excluded.state,
          targets = excluded.targets,
          text_version = excluded.text_version,
          channel = excluded.channel,
          given_at = case $4 when 'GIVEN' then greatest(held.changed_at, $8) end,
          changed_at = greatest(held.changed_at, $8)
        returning %1$s
      ), history as (
        insert into permit_version
          (%1$s, %2$s)
        select %1$s, %3$s from current
      )
      select %1$s from current
      """
          .formatted(PermitRow.COLUMNS, OriginColumns.NAMES, OriginColumns.markers(9));

  private final DatabaseClient db;
  private final JsonMapper json;
  private final PermitRow row;

  GiveStore(DatabaseClient db, JsonMapper json, PermitRow row) {
    this.db = db;
    this.json = json;
    this.row = row;
  }

  /**
   * @param newId for the client's first answer to this kind
   */
  Mono<Permit> give(ClientRef client, Answer answer, Origin origin, UUID newId, Instant now) {
    return OriginColumns.bind(
            db.sql(GIVE)
                .bind(0, client.value())
                .bind(1, newId)
                .bind(2, answer.kind().name())
                .bind(3, answer.decision().name())
                .bind(4, Json.of(json.writeValueAsBytes(answer.targets())))
                .bind(5, answer.textVersion())
                .bind(6, origin.channel().name())
                .bind(7, now),
            8,
            origin)
        .map(row::map)
        .one();
  }
}
