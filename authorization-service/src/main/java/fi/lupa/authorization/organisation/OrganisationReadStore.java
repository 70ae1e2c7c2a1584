package fi.lupa.authorization.organisation;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads organisations with their open units. */
@Component
public final class OrganisationReadStore {
  private static final String SELECT =
      """
      select o.*, coalesce(open_units.list, '[]')::text as units
      from organisation o
      left join lateral (
        select json_agg(json_build_object('oid', u.oid, 'name', json_build_object(
                 'fi', u.name_fi, 'sv', u.name_sv, 'en', u.name_en),
                 'jointServices', u.joint_services) order by u.oid) as list
        from unit u where u.organisation = o.oid and u.open
      ) open_units on true
      """;
  private static final String ONE = SELECT + "where o.oid = $1";
  private static final String CO_JOINERS = SELECT + "where o.main_joiner = $1 order by o.oid";
  private static final String PAGE = SELECT + "where o.oid > $1 order by o.oid limit $2";

  private final DatabaseClient db;
  private final JsonMapper json;

  OrganisationReadStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Empty when there is no such organisation. */
  public Mono<Organisation> find(Oid oid) {
    return db.sql(ONE).bind(0, oid.value()).map(this::organisation).one();
  }

  /** Those whose OIDs come after the given text, in the order of their OIDs. */
  public Mono<List<Organisation>> after(String oid, int rows) {
    return db.sql(PAGE).bind(0, oid).bind(1, rows).map(this::organisation).all().collectList();
  }

  /** Those who join with this one, in the order of their OIDs. */
  Flux<Organisation> coJoiners(Oid main) {
    return db.sql(CO_JOINERS).bind(0, main.value()).map(this::organisation).all();
  }

  private Organisation organisation(Readable row) {
    return Organisation.of(
        new Oid(text(row, "oid")),
        required(row, "version", Long.class),
        details(row),
        OrganisationStatus.valueOf(text(row, "status")),
        required(row, "changed_at", Instant.class));
  }

  private OrganisationDetails details(Readable row) {
    List<Unit> units = json.readValue(text(row, "units"), new TypeReference<>() {});
    LocalizedText name =
        new LocalizedText(
            text(row, "name_fi"),
            optional(row, "name_sv", String.class),
            optional(row, "name_en", String.class));
    String mainJoiner = optional(row, "main_joiner", String.class);
    return new OrganisationDetails(
        text(row, "business_id"),
        name,
        Sector.valueOf(text(row, "sector")),
        Ownership.valueOf(text(row, "ownership")),
        OrganisationStatus.valueOf(text(row, "stated_status")),
        functions(required(row, "functions", String[].class)),
        units,
        mainJoiner == null ? null : new Oid(mainJoiner));
  }

  private static Set<SystemFunction> functions(String[] names) {
    return Arrays.stream(names).map(SystemFunction::valueOf).collect(Collectors.toSet());
  }

  private static String text(Readable row, String column) {
    return required(row, column, String.class);
  }
}
