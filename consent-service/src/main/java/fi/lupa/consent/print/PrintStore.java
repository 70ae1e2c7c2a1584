package fi.lupa.consent.print;

import fi.lupa.consent.permit.Permit;
import fi.lupa.consent.permit.PermitRow;
import fi.lupa.consent.prohibition.Prohibition;
import fi.lupa.consent.prohibition.ProhibitionRow;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what is printed, with its recorder. */
@Component
class PrintStore {
  private static final String RECORDER =
      "organisation, unit, professional_name, professional_role, representative_role";

  private static final String PERMIT =
      """
      select %s, %s from permit_version
      where client_ref = $1 and kind = $2
      order by version desc
      limit 1
      """
          .formatted(PermitRow.COLUMNS, RECORDER);

  /** In force is the one whose first version is its last. */
  private static final String PROHIBITIONS =
      """
      select %s, %s from prohibition_version
      where client_ref = $1 and state = 'SET'
        and id in (select id from prohibition where client_ref = $1 and state = 'SET')
      order by set_at, id
      """
          .formatted(ProhibitionRow.COLUMNS, RECORDER);

  private final DatabaseClient db;
  private final PermitRow permitRow;

  PrintStore(DatabaseClient db, PermitRow permitRow) {
    this.db = db;
    this.permitRow = permitRow;
  }

  /** The newest version; empty when the client has never answered to this kind. */
  Mono<Recorded<Permit>> permit(ClientRef client, PermitKind kind) {
    return db.sql(PERMIT)
        .bind(0, client.value())
        .bind(1, kind.name())
        .map((Readable row) -> recorded(permitRow.map(row), row))
        .one();
  }

  /** Those in force, oldest first. */
  Mono<List<Recorded<Prohibition>>> prohibitions(ClientRef client) {
    return db.sql(PROHIBITIONS)
        .bind(0, client.value())
        .map((Readable row) -> recorded(ProhibitionRow.map(row), row))
        .all()
        .collectList();
  }

  private static <T> Recorded<T> recorded(T declaration, Readable row) {
    String role = Rows.optional(row, "representative_role", String.class);
    return new Recorded<>(
        declaration, by(row), role == null ? null : RepresentationRole.valueOf(role));
  }

  private static Recorded.@Nullable By by(Readable row) {
    String organisation = Rows.optional(row, "organisation", String.class);
    return organisation == null
        ? null
        : new Recorded.By(
            new Oid(organisation),
            new Oid(Rows.required(row, "unit", String.class)),
            Rows.required(row, "professional_name", String.class),
            Rows.required(row, "professional_role", String.class));
  }
}
