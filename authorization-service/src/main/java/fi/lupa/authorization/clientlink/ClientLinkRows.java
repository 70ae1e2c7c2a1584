package fi.lupa.authorization.clientlink;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.platform.security.Caller;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Rows of table {@code client_link} as links, and their history. */
public final class ClientLinkRows {
  /** The first parameter of an act's own statement is {@code $4}; before it stand when and who. */
  public static final int FIRST_PARAMETER = 3;

  private static final String RECORDING =
      """
      with changed as (%s),
      history as (
        insert into client_link_version (former_ref, version, state, client_ref, changed_at, changed_by_organisation,
                                         changed_by_system)
        select former_ref, version, state, client_ref, $1, $2, $3 from changed)
      select * from changed
      """;

  private ClientLinkRows() {}

  /** The statement for an act that returns the row it wrote: with the history, in one. */
  public static String recording(String statement) {
    return RECORDING.formatted(statement);
  }

  /** Binds what {@link #recording} added. */
  public static GenericExecuteSpec bind(DatabaseClient db, String sql, Instant now, Caller by) {
    return db.sql(sql).bind(0, now).bind(1, by.organisation().value()).bind(2, by.subject());
  }

  public static ClientLink link(Readable row) {
    return new ClientLink(
        required(row, "id", UUID.class),
        required(row, "version", Long.class),
        ClientLinked.State.valueOf(required(row, "state", String.class)),
        new Oid(required(row, "organiser", String.class)),
        new ClientRef(required(row, "client_ref", UUID.class)),
        new ClientRef(required(row, "former_ref", UUID.class)),
        required(row, "linked_at", Instant.class),
        optional(row, "cancelled_at", Instant.class));
  }
}
