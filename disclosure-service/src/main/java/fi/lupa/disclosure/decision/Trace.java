package fi.lupa.disclosure.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down each condition while it is evaluated; the first that fails ends the evaluation. */
final class Trace {
  private final List<RuleResult> results = new ArrayList<>();
  private @Nullable Rule failed;

  /** Notes whether the condition holds, and says it, so that conditions chain with {@code &&}. */
  boolean check(Rule rule, boolean holds, List<FactRef> facts) {
    results.add(
        new RuleResult(
            rule, holds, holds ? null : rule.code(), rule.legalReferences(), List.copyOf(facts)));
    if (!holds) {
      failed = rule;
    }
    return holds;
  }

  boolean check(Rule rule, boolean holds, FactRef... facts) {
    return check(rule, holds, List.of(facts));
  }

  List<RuleResult> results() {
    return Collections.unmodifiableList(results);
  }

  Verdict.Denied denied() {
    if (failed == null) {
      throw new IllegalStateException("nothing failed");
    }
    return new Verdict.Denied(failed, results());
  }
}
