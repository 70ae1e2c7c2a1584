package fi.lupa.disclosure.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * All that one way of access asks for. The conditions may be judged in any order: another order may
 * name another of several failures, but never turns given, withheld and denied into each other.
 *
 * @param scope which documents the basis reaches, as far as the archive's search can tell
 * @param reaches which of those it reaches after all; others are as if they didn't exist
 */
record Course(
    Way way,
    List<Condition> conditions,
    Scope scope,
    Predicate<DocumentFacts> reaches,
    List<DocumentCondition> documents) {

  /** One whose scope is all it reaches. */
  Course(Way way, List<Condition> conditions, Scope scope, List<DocumentCondition> documents) {
    this(way, conditions, scope, _ -> true, documents);
  }

  /** The first condition that fails ends it. */
  Verdict decide(Rulebook rulebook) {
    List<RuleResult> results = new ArrayList<>();
    for (Condition condition : conditions) {
      results.add(condition.result(rulebook));
      if (!condition.holds()) {
        return new Verdict.Denied(condition.rule(), List.copyOf(results));
      }
    }
    return new Verdict.Allowed(
        scope, document -> judge(document, rulebook), rulebook.law(way), List.copyOf(results));
  }

  private DocumentVerdict judge(DocumentFacts document, Rulebook rulebook) {
    return reaches.test(document)
        ? documents.stream()
            .filter(condition -> !condition.isMetBy(document))
            .findFirst()
            .map(condition -> condition.withheld(document, rulebook))
            .orElse(DocumentVerdict.GIVEN)
        : DocumentVerdict.OUT_OF_SCOPE;
  }
}
