package fi.lupa.consent.informing.read;

import fi.lupa.consent.clientlink.ClientLinks;
import fi.lupa.consent.informing.Informing;
import fi.lupa.consent.informing.InformingRow;
import fi.lupa.contracts.ClientRef;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads informings. */
@Component
class ReadStore {
  private static final String NEWEST =
      "select "
          + InformingRow.COLUMNS
          + " from informing where "
          + ClientLinks.OF_CLIENT
          + " order by informed_at desc, id desc limit 1";

  private final DatabaseClient db;

  ReadStore(DatabaseClient db) {
    this.db = db;
  }

  /** The client's newest, also from under a temporary identifier. */
  Mono<Informing> of(ClientRef client) {
    return db.sql(NEWEST).bind(0, client.value()).map(InformingRow::map).one();
  }

  /** The newest version of an informing, whoever's it is. */
  Mono<Long> version(UUID id) {
    return db.sql("select version from informing where id = $1")
        .bind(0, id)
        .mapValue(Long.class)
        .one();
  }
}
