package fi.lupa.authorization.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes organisations and their units. */
@Component
public final class OrganisationStore {
  private static final String INSERT =
      """
      insert into organisation (oid, version, business_id, name_fi, name_sv, name_en, sector, ownership, status,
                                functions, changed_at, main_joiner, stated_status)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      on conflict (oid) do nothing
      """;

  /**
   * Changes of organisations are few and touch each other, a main joiner's its co-joiners': so they
   * go one at a time, and can't wait for each other in a circle.
   */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7031)";

  /** In the order in which a grant takes its share of them. */
  private static final String LOCK =
      "select from organisation where oid = $1 or main_joiner = $1 order by oid for update";

  private static final String UPDATE =
      """
      update organisation
      set version = $2, business_id = $3, name_fi = $4, name_sv = $5, name_en = $6, sector = $7, ownership = $8,
          status = $9, functions = $10, changed_at = $11, main_joiner = $12, stated_status = $13
      where oid = $1
      """;
  private static final String CLOSE_UNITS =
      "update unit set open = false where organisation = $1 and open and oid <> all($2)";

  /** Takes over another organisation's unit only when it is closed and no right names it. */
  private static final String PUT_UNITS =
      """
      insert into unit (oid, organisation, name_fi, name_sv, name_en, joint_services, open)
      select oid, $1, name_fi, name_sv, name_en, joint_services::jsonb, true
      from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
        as given (oid, name_fi, name_sv, name_en, joint_services)
      on conflict (oid) do update
      set organisation = excluded.organisation, name_fi = excluded.name_fi, name_sv = excluded.name_sv,
          name_en = excluded.name_en, joint_services = excluded.joint_services, open = true
      where unit.organisation = excluded.organisation or not unit.open
      """;

  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final DatabaseClient db;
  private final JsonMapper json;

  OrganisationStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** False when the OID is taken. */
  public Mono<Boolean> insert(Organisation organisation) {
    return write(INSERT, organisation).map(rows -> rows == 1);
  }

  /** No organisation is changed by others until the transaction ends. */
  public Mono<Void> oneAtATime() {
    return db.sql(ONE_AT_A_TIME).fetch().rowsUpdated().then();
  }

  /** Holds an organisation and its co-joiners as they are until the transaction ends. */
  public Mono<Void> lock(Oid oid) {
    return oneAtATime().then(db.sql(LOCK).bind(0, oid.value()).fetch().rowsUpdated()).then();
  }

  public Mono<Void> update(Organisation organisation) {
    return write(UPDATE, organisation).then();
  }

  private Mono<Long> write(String sql, Organisation organisation) {
    LocalizedText name = organisation.name();
    Oid mainJoiner = organisation.mainJoiner();
    return db.sql(sql)
        .bind(0, organisation.oid().value())
        .bind(1, organisation.version())
        .bind(2, organisation.businessId())
        .bind(3, name.fi())
        .bind(4, text(name.sv()))
        .bind(5, text(name.en()))
        .bind(6, organisation.sector().name())
        .bind(7, organisation.ownership().name())
        .bind(8, organisation.holds().name())
        .bind(9, organisation.functions().stream().map(Enum::name).toArray(String[]::new))
        .bind(10, organisation.changedAt())
        .bind(11, text(mainJoiner == null ? null : mainJoiner.value()))
        .bind(12, organisation.status().name())
        .fetch()
        .rowsUpdated();
  }

  /** False when a unit is another organisation's; then the transaction must not commit. */
  Mono<Boolean> replaceUnits(Organisation organisation) {
    List<Unit> units = organisation.units();
    String[] oids = column(units, unit -> unit.oid().value());
    return db.sql(CLOSE_UNITS)
        .bind(0, organisation.oid().value())
        .bind(1, oids)
        .fetch()
        .rowsUpdated()
        .then(
            db.sql(PUT_UNITS)
                .bind(0, organisation.oid().value())
                .bind(1, oids)
                .bind(2, column(units, unit -> unit.name().fi()))
                .bind(3, column(units, unit -> unit.name().sv()))
                .bind(4, column(units, unit -> unit.name().en()))
                .bind(5, column(units, unit -> json.writeValueAsString(unit.jointServicesOrNone())))
                .fetch()
                .rowsUpdated())
        .map(rows -> rows == units.size())
        .onErrorResume(OrganisationStore::isNamedByARight, error -> Mono.just(false));
  }

  private static boolean isNamedByARight(Throwable error) {
    return error.getCause() instanceof R2dbcException cause
        && FOREIGN_KEY_VIOLATION.equals(cause.getSqlState());
  }

  private static String[] column(List<Unit> units, Function<Unit, @Nullable String> value) {
    return units.stream().map(value).toArray(String[]::new);
  }

  private static Parameter text(@Nullable String text) {
    return Parameters.in(R2dbcType.VARCHAR, text);
  }
}
