package fi.lupa.audit.withholding;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationIds;
import fi.lupa.contracts.WithholdingGround;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Withholdings, each by its controller alone. */
@Repository
class WithholdingStore {
  private static final String ADD =
      """
      insert into withholding (id, version, client_ref, controller, controller_id, ground, acts_from, acts_to,
        organisation, organisation_id, until, told, set_at)
      values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """;
  private static final String END =
      """
      update withholding set version = version + 1, ended_at = $4
      where id = $1 and controller = $2 and version = $3 and ended_at is null
      returning *
      """;
  private static final String ONE = "select * from withholding where id = $1 and controller = $2";
  private static final String OF_CLIENT =
      """
      select * from withholding
      where controller = $1 and client_ref = $2
      order by set_at desc, id desc
      """;

  private final DatabaseClient db;

  WithholdingStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Void> add(Withholding one) {
    Oid organisation = one.scope().organisation();
    GenericExecuteSpec sql =
        db.sql(ADD)
            .bind(0, one.id())
            .bind(1, one.client().value())
            .bind(2, one.controller().value())
            .bind(3, OrganisationIds.of(one.controller()))
            .bind(4, one.ground().name())
            .bind(9, one.until())
            .bind(10, WithholdingRules.toldToClient(one.ground()))
            .bind(11, one.setAt().atOffset(ZoneOffset.UTC));
    sql = bind(sql, 5, one.scope().from(), LocalDate.class);
    sql = bind(sql, 6, one.scope().to(), LocalDate.class);
    sql = bind(sql, 7, organisation == null ? null : organisation.value(), String.class);
    sql = bind(sql, 8, organisation == null ? null : OrganisationIds.of(organisation), UUID.class);
    return sql.then();
  }

  /** Empty when it isn't there, isn't of that version, or was ended before. */
  Mono<Withholding> end(UUID id, Oid controller, long version, Instant at) {
    return db.sql(END)
        .bind(0, id)
        .bind(1, controller.value())
        .bind(2, version)
        .bind(3, at.atOffset(ZoneOffset.UTC))
        .map(WithholdingStore::withholding)
        .one();
  }

  Mono<Withholding> one(UUID id, Oid controller) {
    return db.sql(ONE)
        .bind(0, id)
        .bind(1, controller.value())
        .map(WithholdingStore::withholding)
        .one();
  }

  /** The newest first. */
  Mono<List<Withholding>> of(Oid controller, ClientRef client) {
    return db.sql(OF_CLIENT)
        .bind(0, controller.value())
        .bind(1, client.value())
        .map(WithholdingStore::withholding)
        .all()
        .collectList();
  }

  private static Withholding withholding(Readable row) {
    String organisation = optional(row, "organisation", String.class);
    return new Withholding(
        required(row, "id", UUID.class),
        required(row, "version", Long.class),
        new ClientRef(required(row, "client_ref", UUID.class)),
        new Oid(required(row, "controller", String.class)),
        WithholdingGround.valueOf(required(row, "ground", String.class)),
        new Withholding.Scope(
            optional(row, "acts_from", LocalDate.class),
            optional(row, "acts_to", LocalDate.class),
            organisation == null ? null : new Oid(organisation)),
        required(row, "until", LocalDate.class),
        required(row, "set_at", Instant.class),
        optional(row, "ended_at", Instant.class));
  }

  private static <T> GenericExecuteSpec bind(
      GenericExecuteSpec sql, int index, @Nullable T value, Class<T> type) {
    return value == null ? sql.bindNull(index, type) : sql.bind(index, value);
  }
}
