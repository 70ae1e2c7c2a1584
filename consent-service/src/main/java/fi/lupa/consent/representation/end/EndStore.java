package fi.lupa.consent.representation.end;

import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.RepresentationRow;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a relation by its id, and writes its end. */
@Component
class EndStore {
  private static final String LOCK =
      "select " + RepresentationRow.COLUMNS + " from representation where id = $1 for update";

  private static final String END =
      """
      with current as (
        update representation set version = $3, state = 'ENDED', changed_at = $4
        where client_ref = $1 and id = $2
        returning %1$s
      ), history as (
        insert into representation_version (%1$s, system) select %1$s, $5 from current
      )
      select %1$s from current
      """
          .formatted(RepresentationRow.COLUMNS);

  private final DatabaseClient db;

  EndStore(DatabaseClient db) {
    this.db = db;
  }

  /** The relation, locked until the transaction ends. */
  Mono<Representation> lock(UUID id) {
    return db.sql(LOCK).bind(0, id).map(RepresentationRow::map).one();
  }

  /** Writes the last version and answers it as the table has it. */
  Mono<Representation> end(Representation next, String system) {
    return db.sql(END)
        .bind(0, next.client().value())
        .bind(1, next.id())
        .bind(2, next.version())
        .bind(3, next.changedAt())
        .bind(4, system)
        .map(RepresentationRow::map)
        .one();
  }

  Mono<Long> version(UUID id) {
    return db.sql("select version from representation where id = $1")
        .bind(0, id)
        .mapValue(Long.class)
        .one();
  }
}
