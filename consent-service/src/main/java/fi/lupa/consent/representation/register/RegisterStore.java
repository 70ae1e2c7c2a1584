package fi.lupa.consent.representation.register;

import fi.lupa.consent.representation.Representation;
import fi.lupa.consent.representation.RepresentationRow;
import fi.lupa.consent.representation.Terms;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes relations. */
@Component
class RegisterStore {
  /** The relation, or its next version; nothing when the register says the same already. */
  private static final String REGISTER =
      """
      with current as (
        insert into representation as held (%1$s)
        values ($1, $2, $3, $4, 1, 'REGISTERED', $5, $6, $7, $8, $9)
        on conflict (client_ref, representative_ref, role) do update set
          version = held.version + 1,
          state = excluded.state,
          matters = excluded.matters,
          valid_from = excluded.valid_from,
          valid_until = excluded.valid_until,
          blocks = excluded.blocks,
          changed_at = greatest(held.changed_at, $9)
          where (held.state, held.matters, held.valid_from, held.valid_until, held.blocks)
            is distinct from
            (excluded.state, excluded.matters, excluded.valid_from, excluded.valid_until, excluded.blocks)
        returning %1$s
      ), history as (
        insert into representation_version (%1$s, system) select %1$s, $10 from current
      )
      select %1$s from current
      """
          .formatted(RepresentationRow.COLUMNS);

  private static final String HELD =
      "select "
          + RepresentationRow.COLUMNS
          + " from representation where client_ref = $1 and representative_ref = $2 and role = $3";

  private final DatabaseClient db;

  RegisterStore(DatabaseClient db) {
    this.db = db;
  }

  /** A relation between two persons. */
  record Pair(ClientRef client, ClientRef representative, RepresentationRole role) {}

  /**
   * @param system which of the operator's systems told it
   * @return empty when nothing changed
   */
  Mono<Representation> register(Pair pair, Terms terms, String system, UUID newId, Instant now) {
    GenericExecuteSpec statement =
        db.sql(REGISTER)
            .bind(0, pair.client().value())
            .bind(1, newId)
            .bind(2, pair.representative().value())
            .bind(3, pair.role().name())
            .bind(5, terms.validFrom())
            .bind(7, keys(terms.blocks()))
            .bind(8, now)
            .bind(9, system);
    Set<RepresentationMatter> matters = terms.matters();
    statement =
        matters == null ? statement.bindNull(4, String[].class) : statement.bind(4, keys(matters));
    LocalDate until = terms.validUntil();
    statement = until == null ? statement.bindNull(6, LocalDate.class) : statement.bind(6, until);
    return statement.map(RepresentationRow::map).one();
  }

  Mono<Representation> held(Pair pair) {
    return db.sql(HELD)
        .bind(0, pair.client().value())
        .bind(1, pair.representative().value())
        .bind(2, pair.role().name())
        .map(RepresentationRow::map)
        .one();
  }

  private static String[] keys(Collection<? extends Enum<?>> some) {
    return some.stream().map(Enum::name).toArray(String[]::new);
  }
}
