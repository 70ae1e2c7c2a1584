package fi.lupa.consent.prohibition.cancel;

import fi.lupa.consent.origin.OnlyClient;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.OriginColumns;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.consent.prohibition.ProhibitionRow;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes cancellations. */
@Component
class CancelStore {
  private static final String LOCK =
      """
      select %s from prohibition
      where id = $1 and client_ref = coalesce($2, client_ref)
      for update
      """
          .formatted(ProhibitionRow.COLUMNS);

  private static final String CANCEL =
      """
      with current as (
        update prohibition
        set version = $3, state = 'CANCELLED', channel = $4, cancelled_at = $5
        where client_ref = $1 and id = $2
        returning %1$s
      ), history as (
        insert into prohibition_version
          (%1$s, %2$s)
        select %1$s, %3$s from current
      )
      select %1$s from current
      """
          .formatted(ProhibitionRow.COLUMNS, OriginColumns.NAMES, OriginColumns.markers(6));

  private final DatabaseClient db;

  CancelStore(DatabaseClient db) {
    this.db = db;
  }

  /** The prohibition, locked until the transaction ends; empty when the origin may not touch it. */
  Mono<Prohibition> lock(UUID id, Origin origin) {
    return OnlyClient.bind(db.sql(LOCK).bind(0, id), 1, origin.onlyClient())
        .map(ProhibitionRow::map)
        .one();
  }

  /** Writes the next version and answers it as the table has it. */
  Mono<Prohibition> cancel(Prohibition next, Origin origin) {
    Instant cancelledAt = Objects.requireNonNull(next.cancelledAt());
    return OriginColumns.bind(
            db.sql(CANCEL)
                .bind(0, next.client().value())
                .bind(1, next.id())
                .bind(2, next.version())
                .bind(3, next.channel().name())
                .bind(4, cancelledAt),
            5,
            origin)
        .map(ProhibitionRow::map)
        .one();
  }
}
