package fi.lupa.disclosure.visibility;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.PermitChanged;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.decision.Facts;
import fi.lupa.disclosure.document.Document;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who reads an answer, and so which organisations it may name: the rules know some of them only
 * because they have the client, and that is the client's secret.
 */
record Reader(Predicate<Oid> mayBeNamed) {
  /** The client, who knows whose client they are. */
  static final Reader CLIENT = new Reader(_ -> true);

  /**
   * Anybody else: the document's controller, those that it has given a right, and those that the
   * client's permits name; the others are told by their kind.
   */
  static Reader other(Facts facts, Document document) {
    Set<Oid> named =
        Stream.of(
                Stream.of(document.controller()),
                facts.rights().stream()
                    .filter(right -> right.organiser().equals(document.controller()))
                    .flatMap(Reader::parties),
                facts.permits().stream()
                    .map(PermitChanged::targets)
                    .flatMap(targets -> targets.stream())
                    .map(target -> target.recipient().organisation())
                    .filter(Objects::nonNull))
            .flatMap(oids -> oids)
            .collect(Collectors.toUnmodifiableSet());
    return new Reader(named::contains);
  }

  private static Stream<Oid> parties(UsageRightChanged right) {
    return Stream.concat(
        Stream.of(right.producer()),
        right.subcontractorsOrNone().stream().map(UsageRightChanged.Subcontractor::organisation));
  }
}
