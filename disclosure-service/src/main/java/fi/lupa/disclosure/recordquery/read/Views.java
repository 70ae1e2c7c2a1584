package fi.lupa.disclosure.recordquery.read;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Outcome;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.AccessExplanation.WithheldDocument;
import java.util.List;
import java.util.Optional;

/**
 * Who sees what of an explanation. The requester sees all but what was withheld: that is the
 * client's secret, and so may be that anything was. A controller whose register was concerned sees
 * what was given and withheld of its own documents, and needs the scope for supervising.
 */
final class Views {
  private Views() {}

  static Optional<AccessExplanation> of(
      AccessExplanation access, Oid reader, boolean maySupervise) {
    List<WithheldDocument> withheld =
        maySupervise
            ? access.withheld().stream().filter(d -> d.controller().equals(reader)).toList()
            : List.of();
    if (access.requester().organisation().equals(reader)) {
      return Optional.of(access.seen(access.toldOutcome(), null, access.given(), withheld));
    }
    Outcome outcome = access.outcomeFor(reader);
    return maySupervise
        ? Optional.of(
            access.seen(
                outcome,
                outcome == access.outcome() ? access.told() : null,
                access.given().stream().filter(d -> d.controller().equals(reader)).toList(),
                withheld))
        : Optional.empty();
  }
}
