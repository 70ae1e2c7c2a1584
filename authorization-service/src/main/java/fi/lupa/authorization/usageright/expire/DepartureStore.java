package fi.lupa.authorization.usageright.expire;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Organisations whose rights are still to be ended. */
@Component
final class DepartureStore {
  /** The first departure counts; one that has no rights left needs no note. */
  private static final String NOTE =
      """
      insert into departure (organisation, departed_at)
      select $1, $2
      where exists (select from usage_right where organiser = $1 and ended_at is null)
         or exists (select from usage_right where producer = $1 and ended_at is null)
      on conflict (organisation) do nothing
      """;

  private static final String PENDING =
      """
      select exists (select from departure where organisation = $1)
        or exists (select from end_to_push where organisation = $1) as pending
      """;

  /** What another instance is working on is left to it. */
  private static final String NEXT =
      """
      select organisation, departed_at from departure
      order by departed_at, organisation
      limit 1
      for update skip locked
      """;

  private final DatabaseClient db;

  DepartureStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Boolean> note(Oid organisation, Instant at) {
    return db.sql(NOTE)
        .bind(0, organisation.value())
        .bind(1, at)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Whether rights of it are left to end, or ends that decisions don't know. */
  Mono<Boolean> isPending(Oid organisation) {
    return db.sql(PENDING)
        .bind(0, organisation.value())
        .map(row -> required(row, "pending", Boolean.class))
        .one();
  }

  /** One that has work left, held until the transaction ends. */
  Mono<Departure> lockNext() {
    return db.sql(NEXT)
        .map(row ->
            new Departure(
                UsageRightRows.oid(row, "organisation"),
                required(row, "departed_at", Instant.class)))
        .one();
  }

  Mono<Void> done(Departure departure) {
    return db.sql("delete from departure where organisation = $1")
        .bind(0, departure.organisation().value())
        .then();
  }
}
