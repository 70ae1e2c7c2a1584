package fi.lupa.disclosure.decision;

import fi.lupa.contracts.SystemFunction;
import java.util.List;
import java.util.stream.Stream;

/** The conditions every professional's request meets first (Act 703/2023 8, 9 and 67 §). */
final class Gate {
  private Gate() {}

  static Stream<Condition> open(Inquiry inquiry, Facts facts, SystemFunction function) {
    return open(inquiry, facts, function, Rule.FUNCTION_ENABLED);
  }

  /**
   * @param disabled the rule that fails when the function isn't in use
   */
  static Stream<Condition> open(
      Inquiry inquiry, Facts facts, SystemFunction function, Rule disabled) {
    List<FactRef> requester = facts.refs(inquiry.organisation());
    return Stream.of(
        new Condition(Rule.ORGANISATION_JOINED, facts.joined(inquiry.organisation()), requester),
        new Condition(disabled, facts.has(inquiry.organisation(), function), requester),
        new Condition(
            Rule.UNIT_OF_ORGANISATION,
            facts.hasUnit(inquiry.organisation(), inquiry.unit()),
            requester));
  }

  /** In one's own register: any relationship, or another task that is explained. */
  static Condition any(Inquiry inquiry) {
    return Condition.of(
        Rule.RELATIONSHIP_STATED, inquiry.relationship() != null && explained(inquiry));
  }

  /** In social care: a client relationship, or another task tied to the service (57 §). */
  static Condition client(Inquiry inquiry) {
    return Condition.of(
        Rule.RELATIONSHIP_STATED, isTied(inquiry, Relationship.CLIENT_RELATIONSHIP));
  }

  /** In health care: a care relationship, or another task tied to the service. */
  static Condition care(Inquiry inquiry) {
    return Condition.of(
        Rule.CARE_RELATIONSHIP_STATED, isTied(inquiry, Relationship.CARE_RELATIONSHIP));
  }

  private static boolean isTied(Inquiry inquiry, Relationship tie) {
    return (inquiry.relationship() == tie || inquiry.relationship() == Relationship.OTHER_TASK)
        && explained(inquiry);
  }

  private static boolean explained(Inquiry inquiry) {
    return inquiry.relationship() != Relationship.OTHER_TASK || inquiry.stated().otherTask();
  }
}
