package fi.lupa.consent.prohibition.set;

import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.OriginColumns;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.consent.prohibition.ProhibitionRow;
import fi.lupa.consent.prohibition.Target;
import fi.lupa.contracts.ClientRef;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes prohibitions that were set. */
@Component
class SetStore {
  private static final String SET =
      """
      with current as (
        insert into prohibition (%1$s)
        values ($1, $2, 1, 'SET', $3, $4, $5, $6, $7, $8, null)
        on conflict (client_ref, controller, service_task, document) where state = 'SET' do nothing
        returning %1$s
      ), history as (
        insert into prohibition_version
          (%1$s, %2$s)
        select %1$s, %3$s from current
      )
      select %1$s from current
      """
          .formatted(ProhibitionRow.COLUMNS, OriginColumns.NAMES, OriginColumns.markers(9));

  private final DatabaseClient db;

  SetStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * @return empty when the same prohibition is in force
   */
  Mono<Prohibition> set(ClientRef client, Target target, Origin origin, UUID id, Instant now) {
    GenericExecuteSpec statement =
        db.sql(SET).bind(0, client.value()).bind(1, id).bind(2, target.type().name());
    return OriginColumns.bind(
            target(statement, target).bind(6, origin.channel().name()).bind(7, now), 8, origin)
        .map(ProhibitionRow::map)
        .one();
  }

  private static GenericExecuteSpec target(GenericExecuteSpec statement, Target target) {
    return switch (target) {
      case Target.Controller(var controller) ->
          statement.bind(3, controller.value()).bindNull(4, String.class).bindNull(5, String.class);
      case Target.Task(var task) ->
          statement.bindNull(3, String.class).bind(4, task.name()).bindNull(5, String.class);
      case Target.Document(var document) ->
          statement.bindNull(3, String.class).bindNull(4, String.class).bind(5, document.value());
    };
  }
}
