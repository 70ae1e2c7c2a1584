package fi.lupa.authorization.usageright.grant;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightHistory;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationStatus;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.SystemFunction;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.platform.security.Caller;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the parties of a right to be and stores the right. */
@Component
final class GrantStore {
  /** Holds both organisations as they are until the grant is committed. */
  private static final String PARTIES =
      """
      select o.oid, o.sector, o.status, o.functions,
             exists (select from unit u where u.oid = $3 and u.organisation = o.oid and u.open) as has_unit
      from organisation o
      where o.oid in ($1, $2)
      order by o.oid
      for share
      """;

  private static final String INSERT =
      UsageRightHistory.recording(
          """
          insert into usage_right (id, client_ref, version, organiser, producer, producer_unit, service_task,
                                   social_services, start_day, end_day, granted_at)
          values ($5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
          on conflict on constraint usage_right_overlaps do nothing
          returning *
          """);

  private final DatabaseClient db;

  GrantStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Parties> parties(UsageRight right) {
    return db.sql(PARTIES)
        .bind(0, right.organiser().value())
        .bind(1, right.producer().value())
        .bind(2, right.producerUnit().value())
        .map(Row::of)
        .all()
        .collectMap(Row::oid)
        .map(rows -> {
          Optional<Row> producer = Optional.ofNullable(rows.get(right.producer()));
          return new Parties(
              Optional.ofNullable(rows.get(right.organiser())).map(Row::party),
              producer.map(Row::party),
              producer.filter(Row::hasUnit).isPresent());
        });
  }

  /** False when the unit already has such a right for some of that time. */
  Mono<Boolean> insert(UsageRight right, Caller by) {
    int first = UsageRightHistory.FIRST_PARAMETER;
    return UsageRightHistory.bind(db, INSERT, Change.GRANTED, right.grantedAt(), by)
        .bind(first, right.id().value())
        .bind(first + 1, right.client().value())
        .bind(first + 2, right.version())
        .bind(first + 3, right.organiser().value())
        .bind(first + 4, right.producer().value())
        .bind(first + 5, right.producerUnit().value())
        .bind(first + 6, right.serviceTask().name())
        .bind(first + 7, right.socialServices().toArray(String[]::new))
        .bind(first + 8, right.start())
        .bind(first + 9, Parameters.in(R2dbcType.DATE, right.end()))
        .bind(first + 10, right.grantedAt())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  private record Row(Oid oid, Party party, boolean hasUnit) {
    static Row of(Readable row) {
      return new Row(
          new Oid(required(row, "oid", String.class)),
          new Party(
              Sector.valueOf(required(row, "sector", String.class)),
              OrganisationStatus.valueOf(required(row, "status", String.class)),
              Arrays.stream(required(row, "functions", String[].class))
                  .map(SystemFunction::valueOf)
                  .collect(Collectors.toUnmodifiableSet())),
          required(row, "has_unit", Boolean.class));
    }
  }
}
