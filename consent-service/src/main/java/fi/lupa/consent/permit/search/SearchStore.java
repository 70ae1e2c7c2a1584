package fi.lupa.consent.permit.search;

import fi.lupa.consent.origin.OnlyClient;
import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.PermitRow;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads permits. */
@Component
class SearchStore {
  private static final String BY_CLIENT =
      "select "
          + PermitRow.COLUMNS
          + " from permit where client_ref = $1 and kind = any($2) order by kind";
  private static final String VERSION =
      "select version from permit where id = $1 and client_ref = coalesce($2, client_ref) and kind = any($3)";

  private final DatabaseClient db;
  private final PermitRow row;

  SearchStore(DatabaseClient db, PermitRow row) {
    this.db = db;
    this.row = row;
  }

  Mono<List<Permit>> of(ClientRef client, Set<PermitKind> kinds) {
    return db.sql(BY_CLIENT)
        .bind(0, client.value())
        .bind(1, names(kinds))
        .map(row::map)
        .all()
        .collectList();
  }

  /**
   * A permit's newest version.
   *
   * @param only absent when it may be anyone's
   */
  Mono<Long> version(UUID id, @Nullable ClientRef only, Set<PermitKind> kinds) {
    return OnlyClient.bind(db.sql(VERSION).bind(0, id).bind(2, names(kinds)), 1, only)
        .mapValue(Long.class)
        .one();
  }

  private static String[] names(Set<PermitKind> kinds) {
    return kinds.stream().map(Enum::name).toArray(String[]::new);
  }
}
