package fi.lupa.disclosure.uselog;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.GivenDocument;
import fi.lupa.disclosure.record.AccessPlace;
import fi.lupa.disclosure.uselog.signal.Signal;
import java.time.Instant;
import java.util.List;

/**
 * An access as it lies in an organisation's use log.
 *
 * @param outcome as the organisation may know it
 */
public record UseLogEntry(
    ClientRef client,
    Instant time,
    Outcome outcome,
    AccessExplanation access,
    List<Signal> signals) {
  public AccessPlace place() {
    return new AccessPlace(time, access.queryId());
  }

  /** What was given, as far as the organisation may know: to itself, or of its own register. */
  public List<GivenDocument> documents(Oid organisation) {
    return access.requester().organisation().equals(organisation)
        ? access.given()
        : access.given().stream()
            .filter(document -> document.controller().equals(organisation))
            .toList();
  }
}
