package fi.lupa.disclosure.decision;

/** The conditions on single documents that a request brings with it. */
@FunctionalInterface
public interface DocumentRules {
  DocumentVerdict judge(DocumentFacts document);
}
