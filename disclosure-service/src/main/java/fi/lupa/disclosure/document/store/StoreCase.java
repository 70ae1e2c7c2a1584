package fi.lupa.disclosure.document.store;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.FactRef;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.decision.Inquiry;
import fi.lupa.disclosure.decision.Rule;
import fi.lupa.disclosure.decision.RuleResult;
import fi.lupa.disclosure.decision.Storing;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.document.Membership;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The storing in hand: who stores what about whom, and what is known. A common matter's document is
 * as many cases as it has clients.
 *
 * @param under the reference of the client that the document stands, or will stand, under
 * @param lead whether this client's copy stands for the document; the first client's does
 * @param history what there is of the document, when a new version of it is to be stored
 * @param version the number that the document will have, the same for all its clients
 */
record StoreCase(
    Oid organisation,
    ClientRef client,
    ClientRef under,
    Membership membership,
    boolean lead,
    CheckedUpload upload,
    Inquiry inquiry,
    Facts facts,
    History history,
    int version) {
  StoreCase with(int version) {
    return new StoreCase(
        organisation, client, under, membership, lead, upload, inquiry, facts, history, version);
  }

  DocumentMetadata metadata() {
    return upload.metadata();
  }

  Storing storing() {
    return new Storing(
        metadata().recordedAt(),
        metadata().handling().old(),
        metadata().chain(),
        metadata().patientDataGroup() != null,
        history.newest().map(Document::origin).stream().toList());
  }

  /**
   * The right that the last condition on the document's own rights saw, the caller's own before one
   * that it is a subcontractor of.
   */
  Optional<UsageRightChanged> right(List<RuleResult> rules) {
    Set<String> seen =
        rules.stream()
            .filter(result -> result.rule() == Rule.RIGHT_TO_WRITE)
            .limit(1) // the next ones are about versions that it replaces
            .flatMap(result -> result.facts().stream())
            .map(FactRef::id)
            .collect(Collectors.toSet());
    return facts.rights().stream()
        .filter(right -> seen.contains(right.id().toString()))
        .min(
            Comparator.comparing(
                (UsageRightChanged right) -> !right.producer().equals(organisation)));
  }
}
