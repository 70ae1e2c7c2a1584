package fi.lupa.disclosure.recordquery.query;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.record.AccessExplanation;
import fi.lupa.disclosure.record.DocumentGroups;
import fi.lupa.disclosure.record.Requesters;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * An access as the log will tell it: kinds and numbers of documents, never which and never what is
 * in them.
 */
@Component
class QueriedEvents {
  private final Requesters requesters;

  QueriedEvents(Requesters requesters) {
    this.requesters = requesters;
  }

  RecordsQueried of(
      ClientRef client,
      AccessExplanation access,
      String purpose,
      Collection<Oid> controllers,
      boolean content,
      Facts facts) {
    return new RecordsQueried(
        access.queryId(),
        client,
        access.time(),
        access.outcome(),
        access.reasonCode(),
        requesters.of(access.requester(), facts),
        purpose,
        access.basis(),
        access.ground(),
        access.rulebook().name(),
        access.legalReferences(),
        Requesters.controllers(controllers, facts),
        DocumentGroups.of(access.given()),
        content,
        null);
  }
}
