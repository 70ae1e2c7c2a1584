package fi.lupa.consent.prohibition.history;

import fi.lupa.consent.origin.OnlyClient;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.consent.prohibition.ProhibitionRow;
import fi.lupa.contracts.ClientRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the versions of prohibitions. */
@Component("prohibitionHistoryStore")
class HistoryStore {
  /** The current row, found by its id, tells the client that stands first in the history's key. */
  private static final String VERSIONS =
      """
      select %s from prohibition_version
      where (client_ref, id) in (
        select client_ref, id from prohibition where id = $1 and client_ref = coalesce($2, client_ref))
      order by version
      """
          .formatted(ProhibitionRow.COLUMNS);

  private final DatabaseClient db;

  HistoryStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Oldest first; none when the prohibition isn't there or isn't that client's.
   *
   * @param only absent when it may be anyone's
   */
  Mono<List<Prohibition>> of(UUID id, @Nullable ClientRef only) {
    return OnlyClient.bind(db.sql(VERSIONS).bind(0, id), 1, only)
        .map(ProhibitionRow::map)
        .all()
        .collectList();
  }
}
