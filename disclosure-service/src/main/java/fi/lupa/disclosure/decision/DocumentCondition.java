package fi.lupa.disclosure.decision;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a single document; one that doesn't meet it is withheld. Each is judged by itself,
 * so their order decides only which reason is written down.
 *
 * @param facts that say so when it isn't met
 * @param law provisions nearer than the rule's own, absent when there are none
 */
record DocumentCondition(
    Rule rule,
    Predicate<DocumentFacts> holds,
    Function<DocumentFacts, List<FactRef>> facts,
    @Nullable List<String> law) {
  DocumentCondition(
      Rule rule, Predicate<DocumentFacts> holds, Function<DocumentFacts, List<FactRef>> facts) {
    this(rule, holds, facts, null);
  }

  static DocumentCondition of(Rule rule, Predicate<DocumentFacts> holds) {
    return new DocumentCondition(rule, holds, _ -> List.of());
  }

  static DocumentCondition of(Rule rule, Predicate<DocumentFacts> holds, List<FactRef> facts) {
    return new DocumentCondition(rule, holds, _ -> facts);
  }

  boolean isMetBy(DocumentFacts document) {
    return holds.test(document);
  }

  DocumentVerdict withheld(DocumentFacts document, Rulebook rulebook) {
    return new DocumentVerdict.Withheld(
        rule, law == null ? rulebook.law(rule) : law, facts.apply(document));
  }
}
