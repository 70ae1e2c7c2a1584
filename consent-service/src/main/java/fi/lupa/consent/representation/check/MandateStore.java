package fi.lupa.consent.representation.check;

import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.RepresentationRow;
import fi.lupa.contracts.ClientRef;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The register that the operator loads. */
@Component
class MandateStore implements MandateService {
  private static final String BETWEEN =
      "select "
          + RepresentationRow.COLUMNS
          + " from representation where client_ref = $1 and representative_ref = $2 order by role";

  private final DatabaseClient db;

  MandateStore(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Flux<Representation> between(ClientRef client, ClientRef representative) {
    return db.sql(BETWEEN)
        .bind(0, client.value())
        .bind(1, representative.value())
        .map(RepresentationRow::map)
        .all();
  }
}
