package fi.lupa.consent.prohibition.search;

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

/** Reads prohibitions. */
@Component
class SearchStore {
  /** Ids are UUIDv7: newest first. */
  private static final String PAGE =
      """
      select %s from prohibition
      where client_ref = $1 and id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      order by id desc
      limit $3
      """
          .formatted(ProhibitionRow.COLUMNS);

  private static final String VERSION =
      "select version from prohibition where id = $1 and client_ref = coalesce($2, client_ref)";

  private final DatabaseClient db;

  SearchStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * @param before the last one of the page before; absent for the first page
   */
  Mono<List<Prohibition>> of(ClientRef client, @Nullable UUID before, int limit) {
    var statement = db.sql(PAGE).bind(0, client.value()).bind(2, limit);
    return (before == null ? statement.bindNull(1, UUID.class) : statement.bind(1, before))
        .map(ProhibitionRow::map)
        .all()
        .collectList();
  }

  /**
   * A prohibition's newest version.
   *
   * @param only absent when it may be anyone's
   */
  Mono<Long> version(UUID id, @Nullable ClientRef only) {
    return OnlyClient.bind(db.sql(VERSION).bind(0, id), 1, only).mapValue(Long.class).one();
  }
}
