package fi.lupa.authorization.usageright.end;

import fi.lupa.authorization.clientlink.LinkedRefs;
import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightHistory;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores the end of a right. */
@Component
final class EndStore {
  private static final String LOCK =
      "select * from usage_right where id = $1 and organiser = $2 for update";
  private static final String LOCK_ALL =
      """
      select * from usage_right
      where client_ref in %s and organiser = $2 and ended_at is null
      order by id
      for update
      """
          .formatted(LinkedRefs.FOUND_BY.formatted("$1"));
  private static final String UPDATE =
      UsageRightHistory.recording(
          """
          update usage_right set version = $6, end_day = $7, ended_at = $8, end_reason = $9
          where id = $5
          returning *
          """);

  private final DatabaseClient db;

  EndStore(DatabaseClient db) {
    this.db = db;
  }

  /** The organiser's right, held until the transaction ends; empty when it has no such right. */
  Mono<UsageRight> lock(UsageRightId id, Oid organiser) {
    return db.sql(LOCK)
        .bind(0, id.value())
        .bind(1, organiser.value())
        .map(UsageRightRows::right)
        .one();
  }

  /**
   * The organiser's rights to the client's documents that haven't ended for good, held until the
   * transaction ends; locked in the order of their ids, like everywhere.
   */
  Mono<List<UsageRight>> lockAll(ClientRef client, Oid organiser) {
    return db.sql(LOCK_ALL)
        .bind(0, client.value())
        .bind(1, organiser.value())
        .map(UsageRightRows::right)
        .all()
        .collectList();
  }

  Mono<Void> update(UsageRight ended, Instant now, ChangedBy by) {
    int first = UsageRightHistory.FIRST_PARAMETER;
    RightEndReason reason = ended.endReason();
    return UsageRightHistory.bind(db, UPDATE, Change.ENDED, now, by)
        .bind(first, ended.id().value())
        .bind(first + 1, ended.version())
        .bind(first + 2, Parameters.in(R2dbcType.DATE, ended.end()))
        .bind(first + 3, Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, ended.endedAt()))
        .bind(first + 4, Parameters.in(R2dbcType.VARCHAR, reason == null ? null : reason.name()))
        .then();
  }
}
