package fi.lupa.disclosure.record;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.platform.sql.Rows;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The records of accesses in PostgreSQL: written once, never updated. */
@Repository
public class AccessStore {
  /**
   * The record, and what finds it in the use log: for the organisation that asked and for those
   * whose registers it concerned, each once. One statement, because each costs PostgreSQL as much
   * to begin as to do.
   */
  private static final String INSERT =
      """
      with record as (
        insert into access_record (id, client_ref, act, occurred_at, requester, controllers, outcome,
          reason_code, explanation, break_glass, in_use_log)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9::json, $10, true))
      insert into use_log (client_ref, organisation, occurred_at, access_id, act, requester, unit,
        professional, professional_names, basis, outcome, break_glass)
      select $2, concerned.organisation, $4, $1, $3, $5, $11, $12, name.parts, $13, concerned.outcome, $10
      from unnest($14::text[], $15::text[]) as concerned (organisation, outcome),
        (select coalesce(regexp_split_to_array(lower($16::text), '[\\s-]+'), '{}') as parts offset 0) as name
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
   * To be called in the transaction that decided. Who asked finds the outcome as it was told, who
   * supervises a register as it was for that register.
   *
   * @param controllers whose registers the access concerned
   */
  public Mono<Void> insert(ClientRef client, AccessExplanation access, List<Oid> controllers) {
    AccessExplanation.RequestedBy requester = access.requester();
    AccessExplanation.@Nullable Professional professional = requester.professional();
    Oid asker = requester.organisation();
    List<Oid> concerned = Stream.concat(Stream.of(asker), controllers.stream()).distinct().toList();
    return db.sql(INSERT)
        .bind(0, access.queryId())
        .bind(1, client.value())
        .bind(2, access.act())
        .bind(3, utc(access))
        .bind(4, asker.value())
        .bind(5, oids(controllers))
        .bind(6, access.outcome().name())
        .bind(7, Rows.nullable(String.class, access.reasonCode()))
        .bind(8, KeptAccess.write(access, json))
        .bind(9, access.breakGlass() != null)
        .bind(10, requester.unit().value())
        .bind(11, Rows.nullable(String.class, professional == null ? null : professional.id()))
        .bind(12, access.basis().name())
        .bind(13, oids(concerned))
        .bind(
            14,
            concerned.stream()
                .map(one -> one.equals(asker) ? access.toldOutcome() : access.outcomeFor(one))
                .map(Outcome::name)
                .toArray(String[]::new))
        .bind(15, Rows.nullable(String.class, professional == null ? null : professional.name()))
        .then();
  }

  /** The explanation of an access that the organisation made or whose register it concerned. */
  public Mono<AccessExplanation> find(UUID id, Oid organisation) {
    return db.sql(FIND)
        .bind(0, id)
        .bind(1, organisation.value())
        .map(row -> Rows.required(row, "explanation", String.class))
        .one()
        .map(text -> AccessExplanation.stored(text, json));
  }

  private static String[] oids(List<Oid> oids) {
    return oids.stream().map(Oid::value).toArray(String[]::new);
  }

  private static OffsetDateTime utc(AccessExplanation access) {
    return OffsetDateTime.ofInstant(access.time(), ZoneOffset.UTC);
  }
}
