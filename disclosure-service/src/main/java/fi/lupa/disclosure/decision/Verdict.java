package fi.lupa.disclosure.decision;

import java.util.List;

/** What the conditions on the whole request came to. */
public sealed interface Verdict {
  /** Every condition evaluated, in order. */
  List<RuleResult> rules();

  /**
   * The request may go on: documents in scope are looked at one by one.
   *
   * @param legalReferences the provisions the access stands on
   */
  record Allowed(
      Scope scope,
      DocumentRules documentRules,
      List<String> legalReferences,
      List<RuleResult> rules)
      implements Verdict {}

  /** The request stops here: at the last of the conditions evaluated. */
  record Denied(Rule rule, List<RuleResult> rules) implements Verdict {
    /** The provisions that the condition comes from. */
    public List<String> legalReferences() {
      return rules.getLast().legalReferences();
    }
  }
}
