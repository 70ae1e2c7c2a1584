package fi.lupa.authorization.usageright.check;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the organisations that rights name. */
@Component
final class PartyStore {
  /** Holds the organisations as they are until the transaction ends. */
  private static final String ORGANISATIONS =
      """
      select oid, sector, status, functions from organisation where oid = any($1) order by oid for share
      """;

  private static final String UNITS =
      "select oid, organisation from unit where oid = any($1) and open";

  private static final String OWNERS =
      "select distinct organisation from unit where oid = any($1) and open";

  private final DatabaseClient db;

  PartyStore(DatabaseClient db) {
    this.db = db;
  }

  /** Those that any of the rights names. */
  Mono<Parties> lock(Collection<UsageRight> rights) {
    return organisations(rights)
        .flatMap(organisations -> units(rights).map(units -> new Parties(organisations, units)));
  }

  /** The organiser and whoever has the units. */
  Mono<Parties> lock(Oid organiser, Collection<Oid> units) {
    return db.sql(OWNERS)
        .bind(0, array(units.stream()))
        .map(row -> UsageRightRows.oid(row, "organisation"))
        .all()
        .collectList()
        .flatMap(owners -> organisations(Stream.concat(Stream.of(organiser), owners.stream())))
        .flatMap(held -> units(units.stream()).map(known -> new Parties(held, known)));
  }

  private Mono<Map<Oid, Party>> organisations(Collection<UsageRight> rights) {
    return organisations(
        rights.stream()
            .flatMap(right ->
                Stream.concat(
                    Stream.of(right.organiser(), right.producer()),
                    right.subcontractors().stream().map(Subcontractor::organisation))));
  }

  private Mono<Map<Oid, Party>> organisations(Stream<Oid> named) {
    return db.sql(ORGANISATIONS)
        .bind(0, array(named))
        .map(row -> Map.entry(UsageRightRows.oid(row, "oid"), party(row)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Mono<Map<Oid, Oid>> units(Collection<UsageRight> rights) {
    return units(
        rights.stream()
            .flatMap(right ->
                Stream.concat(
                    Stream.of(right.producerUnit()),
                    right.subcontractors().stream().map(Subcontractor::unit))));
  }

  private Mono<Map<Oid, Oid>> units(Stream<Oid> named) {
    return db.sql(UNITS)
        .bind(0, array(named))
        .map(row ->
            Map.entry(UsageRightRows.oid(row, "oid"), UsageRightRows.oid(row, "organisation")))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static Party party(Readable row) {
    return new Party(
        Sector.valueOf(required(row, "sector", String.class)),
        OrganisationStatus.valueOf(required(row, "status", String.class)),
        Arrays.stream(required(row, "functions", String[].class))
            .map(SystemFunction::valueOf)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String[] array(Stream<Oid> oids) {
    return oids.map(Oid::value).distinct().toArray(String[]::new);
  }
}
