package fi.lupa.audit.mylog;

import fi.lupa.contracts.ClientRef;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * What a statement over {@code log_entry} asks of a row: {@code $1} is the client, to {@code $8}.
 */
final class Matching {
  /** All but the time: {@code $5} to {@code $8}. */
  static final String WHAT =
      """
      ($5::uuid is null or organisation = $5)
      and (cardinality($6::int[]) = 0 or kind = any($6))
      and (cardinality($7::int[]) = 0 or basis = any($7))
      and ($8 = 0 or tasks & $8 <> 0)
      """;

  /**
   * All of it stands in the key, so that what doesn't match costs no look at the table. {@code time
   * <=} lets whole months be passed over, which the comparison of pairs alone does not.
   */
  static final String SQL = "time <= $2 and (time, event_id) < ($2, $3) and time >= $4 and " + WHAT;

  private Matching() {}

  static GenericExecuteSpec bind(
      GenericExecuteSpec sql, ClientRef client, LogFilter filter, LogPlace after) {
    LogPlace first = after.notAfter(filter.until());
    return bind(sql, filter)
        .bind(0, client.value())
        .bind(1, first.time().atOffset(ZoneOffset.UTC))
        .bind(2, first.id())
        .bind(3, filter.from().atOffset(ZoneOffset.UTC));
  }

  /** Binds {@link #WHAT}. */
  static GenericExecuteSpec bind(GenericExecuteSpec sql, LogFilter filter) {
    GenericExecuteSpec bound =
        sql.bind(5, filter.kindCodes()).bind(6, filter.basisCodes()).bind(7, filter.taskBits());
    UUID organisation = filter.organisation();
    return organisation == null ? bound.bindNull(4, UUID.class) : bound.bind(4, organisation);
  }
}
