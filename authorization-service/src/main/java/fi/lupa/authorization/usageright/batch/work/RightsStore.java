package fi.lupa.authorization.usageright.batch.work;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightHistory;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads and writes many rights in one statement each. */
@Component
class RightsStore {
  private static final String FIND =
      "select * from usage_right where id = any($1) and organiser = $2 order by id";
  private static final String LOCK = FIND + " for update";

  /** The members of a right as JSON; an array of arrays can't be unnested, a recordset can. */
  private static final String ROWS =
      """
      jsonb_to_recordset($5::jsonb) as r (
        id uuid, version bigint, client uuid, organiser text, producer text, "producerUnit" text, "serviceTask" text,
        "socialServices" text[], start date, "end" date, "grantedAt" timestamptz, "endedAt" timestamptz,
        "endReason" text, powers text[], purchase jsonb, subcontractors jsonb, "startSetAt" timestamptz)
      """;

  private static final String INSERT =
      UsageRightHistory.recording(
              """
              insert into usage_right (id, version, client_ref, organiser, producer, producer_unit, service_task,
                                       social_services, start_day, end_day, granted_at, powers, purchase_form,
                                       purchase_contract, purchase_decision, subcontractors)
              select id, version, client, organiser, producer, "producerUnit", "serviceTask",
                     "socialServices", start, "end", "grantedAt", powers, purchase->>'form',
                     purchase->>'contract', purchase->>'decision', subcontractors
              from %s
              on conflict on constraint usage_right_overlaps do nothing
              returning *
              """
                  .formatted(ROWS))
          + "returning usage_right";

  private static final String UPDATE =
      UsageRightHistory.recording(
          """
          update usage_right u
          set version = r.version, social_services = r."socialServices", start_day = r.start, end_day = r."end",
              ended_at = r."endedAt", end_reason = r."endReason", powers = r.powers,
              purchase_form = r.purchase->>'form', purchase_contract = r.purchase->>'contract',
              purchase_decision = r.purchase->>'decision', subcontractors = r.subcontractors,
              start_set_at = r."startSetAt"
          from %s
          where u.id = r.id
          returning u.*
          """
              .formatted(ROWS));

  private final DatabaseClient db;

  RightsStore(DatabaseClient db) {
    this.db = db;
  }

  /** Those of the rights that are the organiser's. */
  Mono<Map<UsageRightId, UsageRight>> find(Collection<UsageRightId> ids, Oid organiser) {
    return select(FIND, ids, organiser);
  }

  /** The same, held until the transaction ends; locked in the order of their ids. */
  Mono<Map<UsageRightId, UsageRight>> lock(Collection<UsageRightId> ids, Oid organiser) {
    return select(LOCK, ids, organiser);
  }

  private Mono<Map<UsageRightId, UsageRight>> select(
      String sql, Collection<UsageRightId> ids, Oid organiser) {
    return ids.isEmpty()
        ? Mono.just(Map.of())
        : db.sql(sql)
            .bind(0, ids.stream().map(UsageRightId::value).toArray(UUID[]::new))
            .bind(1, organiser.value())
            .map(UsageRightRows::right)
            .all()
            .collectMap(UsageRight::id, Function.identity());
  }

  /**
   * Stores first versions; each that overlaps a right that is there, or one before it in the list,
   * is left out.
   *
   * @return those that were stored
   */
  Mono<Set<UsageRightId>> insert(List<UsageRight> rights, Instant now, ChangedBy by) {
    return UsageRightHistory.bind(db, INSERT, Change.GRANTED, now, by)
        .bind(UsageRightHistory.FIRST_PARAMETER, UsageRightRows.recordset(rights))
        .map(row -> new UsageRightId(required(row, "usage_right", UUID.class)))
        .all()
        .collect(Collectors.toSet());
  }

  /** Stores next versions; an error of the database when one overlaps another right. */
  Mono<Void> update(List<UsageRight> rights, Change change, Instant now, ChangedBy by) {
    return UsageRightHistory.bind(db, UPDATE, change, now, by)
        .bind(UsageRightHistory.FIRST_PARAMETER, UsageRightRows.recordset(rights))
        .then();
  }

  /** Begins something that can be taken back alone. */
  Mono<Void> savepoint() {
    return db.sql("savepoint amendments").then();
  }

  /** Keeps what was done since. */
  Mono<Void> keep() {
    return db.sql("release savepoint amendments").then();
  }

  /** Takes back what was done since. */
  Mono<Void> takeBack() {
    return db.sql("rollback to savepoint amendments").then().then(Mono.defer(this::keep));
  }
}
