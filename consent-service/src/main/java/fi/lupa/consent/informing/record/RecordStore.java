package fi.lupa.consent.informing.record;

import fi.lupa.consent.informing.Informing;
import fi.lupa.consent.informing.InformingRow;
import fi.lupa.consent.origin.Origin;
import fi.lupa.consent.origin.OriginColumns;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes informings. */
@Component
class RecordStore {
  /**
   * The newest informing becomes the client's next version; one that happened before the newest
   * changes nothing. "Now" never stands before a version that another instance's clock has stamped.
   */
  private static final String RECORD =
      """
      with current as (
        insert into informing as held
          (client_ref, id, version, text_version, language, channel, informed_at, recorded_at)
        values ($1, $2, 1, $3, $4, $5, coalesce($6, $7), $7)
        on conflict (client_ref) do update set
          version = held.version + 1,
          text_version = excluded.text_version,
          language = excluded.language,
          channel = excluded.channel,
          informed_at = coalesce($6, greatest(held.recorded_at, $7)),
          recorded_at = greatest(held.recorded_at, $7)
          where coalesce($6, greatest(held.recorded_at, $7)) >= held.informed_at
        returning %1$s, recorded_at
      ), history as (
        insert into informing_version
          (%1$s, recorded_at, %2$s)
        select %1$s, recorded_at, %3$s from current
      )
      select %1$s from current
      """
          .formatted(InformingRow.COLUMNS, OriginColumns.NAMES, OriginColumns.markers(8));

  private final DatabaseClient db;

  RecordStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * @param newId for the client's first informing
   * @return empty when the client has been informed later than that already
   */
  Mono<Informing> record(Told told, Origin origin, UUID newId, Instant now) {
    GenericExecuteSpec statement =
        db.sql(RECORD)
            .bind(0, told.client().value())
            .bind(1, newId)
            .bind(2, told.textVersion())
            .bind(3, told.language())
            .bind(4, origin.channel().name())
            .bind(6, now);
    Instant at = told.at();
    return OriginColumns.bind(
            at == null ? statement.bindNull(5, Instant.class) : statement.bind(5, at), 7, origin)
        .map(InformingRow::map)
        .one();
  }
}
