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
  private static final String INSERT =
      """
      insert into access_record (id, client_ref, act, occurred_at, requester, controllers, outcome,
        reason_code, explanation, break_glass, in_use_log)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9::json, $10, true)
      """;

  /** For the organisation that asked and for those whose registers it concerned, each once. */
  private static final String INSERT_USE =
      """
      insert into use_log (client_ref, organisation, occurred_at, access_id, act, requester, unit,
        professional, professional_names, basis, outcome, break_glass)
      select $1, concerned.organisation, $2, $3, $4, $5, $6, $7,
        coalesce(regexp_split_to_array(lower($12::text), '[\\s-]+'), '{}'), $8, concerned.outcome, $9
      from unnest($10::text[], $11::text[]) as concerned (organisation, outcome)
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
   * To be called in the transaction that decided.
   *
   * @param controllers whose registers the access concerned
   */
  public Mono<Void> insert(ClientRef client, AccessExplanation access, List<Oid> controllers) {
    return insertRecord(client, access, controllers)
        .then(Mono.defer(() -> insertUse(client, access, controllers)));
  }

  private Mono<Void> insertRecord(
      ClientRef client, AccessExplanation access, List<Oid> controllers) {
    return db.sql(INSERT)
        .bind(0, access.queryId())
        .bind(1, client.value())
        .bind(2, access.act())
        .bind(3, utc(access))
        .bind(4, access.requester().organisation().value())
        .bind(5, controllers.stream().map(Oid::value).toArray(String[]::new))
        .bind(6, access.outcome().name())
        .bind(7, Rows.nullable(String.class, access.reasonCode()))
        .bind(8, KeptAccess.write(access, json))
        .bind(9, access.breakGlass() != null)
        .then();
  }

  /** Who asked finds the outcome as it was told, who supervises a register as it was. */
  private Mono<Void> insertUse(ClientRef client, AccessExplanation access, List<Oid> controllers) {
    AccessExplanation.RequestedBy requester = access.requester();
    Oid asker = requester.organisation();
    AccessExplanation.@Nullable Professional professional = requester.professional();
    List<Oid> concerned = Stream.concat(Stream.of(asker), controllers.stream()).distinct().toList();
    return db.sql(INSERT_USE)
        .bind(0, client.value())
        .bind(1, utc(access))
        .bind(2, access.queryId())
        .bind(3, access.act())
        .bind(4, asker.value())
        .bind(5, requester.unit().value())
        .bind(6, Rows.nullable(String.class, professional == null ? null : professional.id()))
        .bind(7, access.basis().name())
        .bind(8, access.breakGlass() != null)
        .bind(9, concerned.stream().map(Oid::value).toArray(String[]::new))
        .bind(
            10,
            concerned.stream()
                .map(one -> one.equals(asker) ? access.toldOutcome() : access.outcome())
                .map(Outcome::name)
                .toArray(String[]::new))
        .bind(11, Rows.nullable(String.class, professional == null ? null : professional.name()))
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

  private static OffsetDateTime utc(AccessExplanation access) {
    return OffsetDateTime.ofInstant(access.time(), ZoneOffset.UTC);
  }
}
