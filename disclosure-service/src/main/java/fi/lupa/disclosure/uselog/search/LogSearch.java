package fi.lupa.disclosure.uselog.search;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.record.Officer;
import fi.lupa.disclosure.uselog.UseLogFilter.Professional;
import fi.lupa.disclosure.uselog.signal.Signal;
import fi.lupa.platform.client.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The contract's {@code LogSearch}. */
record LogSearch(
    Officer requester,
    @Nullable ClientId client,
    @Nullable Sought professional,
    @Nullable Oid unit,
    @Nullable Basis basis,
    @Nullable Outcome outcome,
    @Nullable Signal signal,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer limit,
    @Nullable String cursor) {
  /**
   * A professional.
   *
   * @param organisation whose; one's own when absent
   */
  record Sought(String id, @Nullable Oid organisation) {
    Professional of(Oid own) {
      return new Professional(id, organisation == null ? own : organisation);
    }
  }
}
