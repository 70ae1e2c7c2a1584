package fi.lupa.consent.informing;

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

  /** Whether the client has been informed. Informing can't be undone, so the answer yes stays. */
  public Mono<Boolean> informed(ClientRef client) {
    return db.sql("select 1 from informing where client_ref = $1")
        .bind(0, client.value())
        .fetch()
        .one()
        .hasElement();
  }
}
