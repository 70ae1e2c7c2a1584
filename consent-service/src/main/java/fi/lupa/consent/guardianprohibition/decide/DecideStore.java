package fi.lupa.consent.guardianprohibition.decide;

import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionRow;
import fi.lupa.consent.guardianprohibition.Target;
import fi.lupa.consent.origin.Recorder;
import fi.lupa.platform.sql.Rows;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes decisions. */
@Component
class DecideStore {
  private static final String DECIDE =
      """
      with current as (
        insert into guardian_prohibition (%1$s)
        values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $13, null, $14, $15)
        on conflict (client_ref, guardian_ref, service_task, document) where state = 'ACCEPTED' do nothing
        returning %1$s
      ), history as (
        insert into guardian_prohibition_version
          (client_ref, id, version, state, recorded_at, organisation, unit, professional_id, professional_name, professional_role)
        select client_ref, id, version, state, decided_at, $8, $9, $10, $11, $12 from current
      )
      select %1$s from current
      """
          .formatted(GuardianProhibitionRow.COLUMNS);

  private final DatabaseClient db;

  DecideStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * The decision as the table has it; empty when the same one is in force.
   *
   * @param one version 1
   */
  Mono<GuardianProhibition> decide(GuardianProhibition one, Recorder recorder) {
    Target target = one.target();
    var statement =
        db.sql(DECIDE)
            .bind(0, one.client().value())
            .bind(1, one.id())
            .bind(2, one.state().name())
            .bind(
                3,
                Rows.nullable(UUID.class, one.guardian() == null ? null : one.guardian().value()))
            .bind(4, target.type().name())
            .bind(
                5,
                Rows.nullable(
                    String.class, target instanceof Target.Task(var task) ? task.name() : null))
            .bind(
                6,
                Rows.nullable(
                    String.class,
                    target instanceof Target.Document(var document) ? document.value() : null));
    return GuardianProhibitionRow.bind(statement, 7, one.organisation(), recorder)
        .bind(12, one.decidedAt())
        .bind(13, one.reason())
        .bind(14, Rows.nullable(String.class, one.grounds()))
        .map(GuardianProhibitionRow::map)
        .one();
  }
}
