package fi.lupa.authorization.usageright.grant;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.TermsColumns;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightHistory;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stores a new right. */
@Component
final class GrantStore {
  private static final String INSERT =
      UsageRightHistory.recording(
          """
          insert into usage_right (social_services, start_day, end_day, powers, purchase_form, purchase_contract,
                                   purchase_decision, subcontractors, id, client_ref, version, organiser, producer,
                                   producer_unit, service_task, granted_at)
          values ($5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
          on conflict on constraint usage_right_overlaps do nothing
          returning *
          """);

  private final DatabaseClient db;

  GrantStore(DatabaseClient db) {
    this.db = db;
  }

  /** False when the unit already has such a right for some of that time. */
  Mono<Boolean> insert(UsageRight right, ChangedBy by) {
    int next = UsageRightHistory.FIRST_PARAMETER + TermsColumns.COUNT;
    return TermsColumns.bind(
            UsageRightHistory.bind(db, INSERT, Change.GRANTED, right.grantedAt(), by),
            UsageRightHistory.FIRST_PARAMETER,
            right.terms())
        .bind(next, right.id().value())
        .bind(next + 1, right.client().value())
        .bind(next + 2, right.version())
        .bind(next + 3, right.organiser().value())
        .bind(next + 4, right.producer().value())
        .bind(next + 5, right.producerUnit().value())
        .bind(next + 6, right.serviceTask().name())
        .bind(next + 7, right.grantedAt())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
