package fi.lupa.disclosure.uselog.export;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.uselog.UseLogEntry;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access as a line of an export: no client but a pseudonym, no document but how many, no name.
 *
 * @param professional as the requester names them, absent with a document stored
 */
record LogLine(
    String cursor,
    UUID queryId,
    Instant time,
    String act,
    String client,
    Oid organisation,
    Oid unit,
    @Nullable String professional,
    @Nullable String role,
    @Nullable String purpose,
    Basis basis,
    @Nullable Ground ground,
    Outcome outcome,
    @Nullable String reasonCode,
    int documents,
    List<Signal> signals) {
  /**
   * @param client the reading organisation's own pseudonym
   */
  static LogLine of(UseLogEntry entry, String client, Oid reader) {
    AccessExplanation access = entry.access();
    Professional professional = access.requester().professional();
    return new LogLine(
        entry.place().cursor(),
        access.queryId(),
        access.time(),
        access.act(),
        client,
        access.requester().organisation(),
        access.requester().unit(),
        professional == null ? null : professional.id(),
        professional == null ? null : professional.role(),
        access.request().path("purpose").asStringOpt().orElse(null),
        access.basis(),
        access.ground(),
        entry.outcome(),
        access.reasonCode(),
        entry.documents(reader).size(),
        entry.signals());
  }
}
