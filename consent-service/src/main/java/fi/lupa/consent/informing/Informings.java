package fi.lupa.consent.informing;

import fi.lupa.consent.clientlink.ClientLinks;
import fi.lupa.contracts.ClientRef;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the other features ask of informing. */
@Component
public class Informings {
  private final DatabaseClient db;

  Informings(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Whether the client has been informed, also under a temporary identifier before. Informing can't
   * be undone, so the answer yes stays while the identifiers are linked.
   */
  public Mono<Boolean> informed(ClientRef client) {
    return db.sql("select 1 from informing where " + ClientLinks.OF_CLIENT + " limit 1")
        .bind(0, client.value())
        .fetch()
        .one()
        .hasElement();
  }
}
