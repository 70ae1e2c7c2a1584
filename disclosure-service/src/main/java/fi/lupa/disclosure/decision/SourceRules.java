package fi.lupa.disclosure.decision;

/** What a document's own register must meet to be disclosed from. */
final class SourceRules {
  private SourceRules() {}

  static DocumentCondition joined(Facts facts) {
    return new DocumentCondition(
        Rule.SOURCE_JOINED,
        document -> facts.joined(document.controller()),
        document -> facts.refs(document.controller()));
  }

  /** Old documents and those of phase 1 are closed to a permit (facts 2.1 row 8, 5.6). */
  static DocumentCondition open() {
    return DocumentCondition.of(Rule.OPEN_TO_DISCLOSURE, document -> !document.closedByDefault());
  }
}
