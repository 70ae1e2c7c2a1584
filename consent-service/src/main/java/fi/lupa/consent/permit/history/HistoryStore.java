package fi.lupa.consent.permit.history;

import fi.lupa.consent.origin.OnlyClient;
import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.PermitRow;
import fi.lupa.contracts.ClientRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the versions of permits. */
@Component("permitHistoryStore")
class HistoryStore {
  /** The current row, found by its id, tells the client that stands first in the history's key. */
  private static final String VERSIONS =
      """
      select %s from permit_version
      where (client_ref, id) in (
        select client_ref, id from permit where id = $1 and client_ref = coalesce($2, client_ref))
      order by version
      """
          .formatted(PermitRow.COLUMNS);

  private final DatabaseClient db;
  private final PermitRow row;

  HistoryStore(DatabaseClient db, PermitRow row) {
    this.db = db;
    this.row = row;
  }

  /**
   * Oldest first; none when the permit isn't there or isn't that client's.
   *
   * @param only absent when it may be anyone's
   */
  Mono<List<Permit>> of(UUID id, @Nullable ClientRef only) {
    return OnlyClient.bind(db.sql(VERSIONS).bind(0, id), 1, only).map(row::map).all().collectList();
  }
}
