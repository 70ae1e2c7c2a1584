package fi.lupa.consent.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks names up for the other features. */
@Component
public class OrganisationNames {
  private static final String NAMES =
      "select oid, fi, sv, en from organisation_name where oid = any($1)";

  private final DatabaseClient db;

  OrganisationNames(DatabaseClient db) {
    this.db = db;
  }

  /** The names that are known of these. */
  public Mono<Names> of(Collection<Oid> oids) {
    return db.sql(NAMES)
        .bind(0, oids.stream().map(Oid::value).toArray(String[]::new))
        .map(OrganisationNames::name)
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(Names::new);
  }

  private static Map.Entry<Oid, LocalizedText> name(Readable row) {
    return Map.entry(
        new Oid(Rows.required(row, "oid", String.class)),
        new LocalizedText(
            Rows.required(row, "fi", String.class),
            Rows.optional(row, "sv", String.class),
            Rows.optional(row, "en", String.class)));
  }
}
