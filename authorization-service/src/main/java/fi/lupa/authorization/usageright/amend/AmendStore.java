package fi.lupa.authorization.usageright.amend;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.TermsColumns;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightHistory;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.authorization.usageright.check.Refusal;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.R2dbcException;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores a right's other terms. */
@Component
final class AmendStore {
  private static final String FIND = "select * from usage_right where id = $1 and organiser = $2";
  private static final String LOCK = FIND + " for update";
  private static final String UPDATE =
      UsageRightHistory.recording(
          """
          update usage_right
          set social_services = $5, start_day = $6, end_day = $7, powers = $8, purchase_form = $9,
              purchase_contract = $10, purchase_decision = $11, subcontractors = $12, version = $13,
              end_reason = $14, start_set_at = $15
          where id = $16
          returning *
          """);
  private static final String EXCLUSION_VIOLATION = "23P01";

  private final DatabaseClient db;

  AmendStore(DatabaseClient db) {
    this.db = db;
  }

  /** The organiser's right; empty when it has no such right. */
  Mono<UsageRight> find(UsageRightId id, Oid organiser) {
    return select(FIND, id, organiser);
  }

  /** The same, held until the transaction ends. */
  Mono<UsageRight> lock(UsageRightId id, Oid organiser) {
    return select(LOCK, id, organiser);
  }

  private Mono<UsageRight> select(String sql, UsageRightId id, Oid organiser) {
    return db.sql(sql)
        .bind(0, id.value())
        .bind(1, organiser.value())
        .map(UsageRightRows::right)
        .one();
  }

  /** An error RIGHT_OVERLAPS when the unit has another right for some of the new time. */
  Mono<Void> update(UsageRight amended, Instant now, ChangedBy by) {
    int next = UsageRightHistory.FIRST_PARAMETER + TermsColumns.COUNT;
    RightEndReason reason = amended.endReason();
    return TermsColumns.bind(
            UsageRightHistory.bind(db, UPDATE, Change.AMENDED, now, by),
            UsageRightHistory.FIRST_PARAMETER,
            amended.terms())
        .bind(next, amended.version())
        .bind(next + 1, Rows.nullable(String.class, reason == null ? null : reason.name()))
        .bind(next + 2, Rows.nullable(Instant.class, amended.startSetAt()))
        .bind(next + 3, amended.id().value())
        .then()
        .onErrorMap(AmendStore::isOverlap, error -> Refusal.RIGHT_OVERLAPS.problem());
  }

  private static boolean isOverlap(Throwable error) {
    return error.getCause() instanceof R2dbcException cause
        && EXCLUSION_VIOLATION.equals(cause.getSqlState());
  }
}
