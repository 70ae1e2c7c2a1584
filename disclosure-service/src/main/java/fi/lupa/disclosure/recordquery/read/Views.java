package fi.lupa.disclosure.recordquery.read;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.AccessExplanation;
import java.util.List;
import java.util.Optional;

/**
 * Who sees what of an explanation. The requester sees all but what was withheld: that is the
 * client's secret. A controller whose register was concerned sees what was given and withheld of
 * its own documents, and needs the scope for supervising.
 */
final class Views {
  private Views() {}

  static Optional<AccessExplanation> of(
      AccessExplanation access, Oid reader, boolean maySupervise) {
    boolean requester = access.requester().organisation().equals(reader);
    if (!requester && !maySupervise) {
      return Optional.empty();
    }
    return Optional.of(
        with(
            access,
            requester
                ? access.given()
                : access.given().stream().filter(d -> d.controller().equals(reader)).toList(),
            maySupervise
                ? access.withheld().stream().filter(d -> d.controller().equals(reader)).toList()
                : List.of()));
  }

  private static AccessExplanation with(
      AccessExplanation access,
      List<AccessExplanation.GivenDocument> given,
      List<AccessExplanation.WithheldDocument> withheld) {
    return new AccessExplanation(
        access.queryId(),
        access.act(),
        access.time(),
        access.requester(),
        access.request(),
        access.outcome(),
        access.reasonCode(),
        access.basis(),
        access.ground(),
        access.breakGlass(),
        access.rulebook(),
        access.legalReferences(),
        access.rules(),
        given,
        withheld);
  }
}
