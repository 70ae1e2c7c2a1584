package fi.lupa.consent.permit.search;

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

/** Reads permits. */
@Component
class SearchStore {
  private static final String BY_CLIENT =
      "select " + PermitRow.COLUMNS + " from permit where client_ref = $1 order by kind";
  private static final String VERSION =
      "select version from permit where id = $1 and client_ref = coalesce($2, client_ref)";

  private final DatabaseClient db;
  private final PermitRow row;

  SearchStore(DatabaseClient db, PermitRow row) {
    this.db = db;
    this.row = row;
  }

  Mono<List<Permit>> of(ClientRef client) {
    return db.sql(BY_CLIENT).bind(0, client.value()).map(row::map).all().collectList();
  }

  /**
   * A permit's newest version.
   *
   * @param only absent when it may be anyone's
   */
  Mono<Long> version(UUID id, @Nullable ClientRef only) {
    return OnlyClient.bind(db.sql(VERSION).bind(0, id), 1, only).mapValue(Long.class).one();
  }
}
