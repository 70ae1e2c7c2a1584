package fi.lupa.disclosure.decision;

import java.util.List;

/**
 * A condition on the whole request, with whether it holds and the facts that say so. Each is judged
 * by itself, so their order decides only which failure is named.
 */
record Condition(Rule rule, boolean holds, List<FactRef> facts) {
  Condition {
    facts = List.copyOf(facts);
  }

  static Condition of(Rule rule, boolean holds, FactRef... facts) {
    return new Condition(rule, holds, List.of(facts));
  }

  RuleResult result(Rulebook rulebook) {
    return new RuleResult(rule, holds, holds ? null : rule.code(), rulebook.law(rule), facts);
  }
}
