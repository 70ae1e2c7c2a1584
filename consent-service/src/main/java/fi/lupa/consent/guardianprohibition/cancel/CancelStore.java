package fi.lupa.consent.guardianprohibition.cancel;

import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionRow;
import fi.lupa.consent.origin.Recorder;
import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes cancellations. */
@Component
class CancelStore {
  private static final String LOCK =
      "select %s from guardian_prohibition where id = $1 for update"
          .formatted(GuardianProhibitionRow.COLUMNS);

  private static final String CANCEL =
      """
      with current as (
        update guardian_prohibition
        set version = version + 1, state = 'CANCELLED', cancelled_at = $3
        where client_ref = $1 and id = $2
        returning %1$s
      ), history as (
        insert into guardian_prohibition_version
          (client_ref, id, version, state, recorded_at, organisation, unit, professional_id, professional_name, professional_role)
        select client_ref, id, version, state, cancelled_at, $4, $5, $6, $7, $8 from current
      )
      select %1$s from current
      """
          .formatted(GuardianProhibitionRow.COLUMNS);

  private final DatabaseClient db;

  CancelStore(DatabaseClient db) {
    this.db = db;
  }

  /** Locked until the transaction ends; empty when there is none. */
  Mono<GuardianProhibition> lock(UUID id) {
    return db.sql(LOCK).bind(0, id).map(GuardianProhibitionRow::map).one();
  }

  /** Writes the last version and answers it as the table has it. */
  Mono<GuardianProhibition> cancel(
      GuardianProhibition one, Instant at, Oid organisation, Recorder recorder) {
    var statement = db.sql(CANCEL).bind(0, one.client().value()).bind(1, one.id()).bind(2, at);
    return GuardianProhibitionRow.bind(statement, 3, organisation, recorder)
        .map(GuardianProhibitionRow::map)
        .one();
  }
}
