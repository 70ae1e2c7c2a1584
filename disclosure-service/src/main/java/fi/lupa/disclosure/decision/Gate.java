package fi.lupa.disclosure.decision;

import fi.lupa.contracts.SystemFunction;

/** The conditions every professional's request meets first (Act 703/2023 8, 9 and 67 §). */
final class Gate {
  private Gate() {}

  static boolean joined(Trace trace, Inquiry inquiry, Facts facts) {
    return trace.check(
        Rule.ORGANISATION_JOINED,
        facts.joined(inquiry.organisation()),
        facts.refs(inquiry.organisation()));
  }

  static boolean enabled(
      Trace trace, Inquiry inquiry, Facts facts, SystemFunction function, Rule rule) {
    return trace.check(
        rule, facts.has(inquiry.organisation(), function), facts.refs(inquiry.organisation()));
  }

  static boolean unit(Trace trace, Inquiry inquiry, Facts facts) {
    return trace.check(
        Rule.UNIT_OF_ORGANISATION,
        facts.hasUnit(inquiry.organisation(), inquiry.unit()),
        facts.refs(inquiry.organisation()));
  }

  /** In social care: a client relationship, or another task tied to the service (57 §). */
  static boolean client(Trace trace, Inquiry inquiry) {
    return trace.check(
        Rule.RELATIONSHIP_STATED,
        inquiry.relationship() == Relationship.CLIENT_RELATIONSHIP
            || inquiry.relationship() == Relationship.OTHER_TASK);
  }

  /** In health care: a care relationship, or another task tied to the service. */
  static boolean care(Trace trace, Inquiry inquiry) {
    return trace.check(
        Rule.CARE_RELATIONSHIP_STATED,
        inquiry.relationship() == Relationship.CARE_RELATIONSHIP
            || inquiry.relationship() == Relationship.OTHER_TASK);
  }

  static boolean open(Trace trace, Inquiry inquiry, Facts facts, SystemFunction function) {
    return joined(trace, inquiry, facts)
        && enabled(trace, inquiry, facts, function, Rule.FUNCTION_ENABLED)
        && unit(trace, inquiry, facts);
  }
}
