package fi.lupa.consent.guardianprohibition.search;

import fi.lupa.consent.guardianprohibition.GuardianProhibition;
import fi.lupa.consent.guardianprohibition.GuardianProhibitionRow;
import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.sql.Rows;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what a minor asked for. */
@Component
class SearchStore {
  /** Ids are UUIDv7: newest first. */
  private static final String PAGE =
      """
      select %s from guardian_prohibition
      where client_ref = $1 and id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      order by id desc
      limit $3
      """
          .formatted(GuardianProhibitionRow.COLUMNS);

  private static final String VERSION = "select version from guardian_prohibition where id = $1";

  private final DatabaseClient db;

  SearchStore(DatabaseClient db) {
    this.db = db;
  }

  /**
   * @param before the last one of the page before; absent for the first page
   */
  Mono<List<GuardianProhibition>> of(ClientRef client, @Nullable UUID before, int limit) {
    return db.sql(PAGE)
        .bind(0, client.value())
        .bind(1, Rows.nullable(UUID.class, before))
        .bind(2, limit)
        .map(GuardianProhibitionRow::map)
        .all()
        .collectList();
  }

  /** The newest version. */
  Mono<Long> version(UUID id) {
    return db.sql(VERSION).bind(0, id).mapValue(Long.class).one();
  }
}
