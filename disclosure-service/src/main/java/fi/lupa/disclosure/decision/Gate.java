package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Sector;
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

  /**
   * In one's own register: a client relationship that the archive knows of, in health care a care
   * relationship, or another task that is explained.
   */
  static Stream<Condition> any(Inquiry inquiry, Facts facts) {
    boolean care = inquiry.relationship() == Relationship.CARE_RELATIONSHIP;
    boolean fits = !care || facts.sector(inquiry.organisation()) == Sector.HEALTH;
    return Stream.of(
        Condition.of(
            Rule.RELATIONSHIP_STATED, inquiry.relationship() != null && fits && explained(inquiry)),
        verified(inquiry, facts));
  }

  /**
   * In social care: a client relationship that the archive knows of, or another task tied to the
   * service (57 §).
   */
  static Stream<Condition> client(Inquiry inquiry, Facts facts) {
    return Stream.concat(
        Stream.of(
            Condition.of(
                Rule.RELATIONSHIP_STATED, isTied(inquiry, Relationship.CLIENT_RELATIONSHIP))),
        waitsForNothing(inquiry) ? Stream.empty() : Stream.of(verified(inquiry, facts)));
  }

  /** In health care: a care relationship, or another task tied to the service. */
  static Condition care(Inquiry inquiry) {
    return Condition.of(
        Rule.CARE_RELATIONSHIP_STATED, isTied(inquiry, Relationship.CARE_RELATIONSHIP));
  }

  /** What must be secured now can't wait until the archive knows of a client relationship. */
  private static boolean waitsForNothing(Inquiry inquiry) {
    return inquiry.ground() == Ground.PROTECTION;
  }

  /** A claim alone is not enough: something in the archive must prove it. */
  private static Condition verified(Inquiry inquiry, Facts facts) {
    boolean claimed = inquiry.relationship() == Relationship.CLIENT_RELATIONSHIP;
    List<FactRef> proofs =
        claimed ? Ties.proofs(inquiry.organisation(), inquiry.today(), facts) : List.of();
    return new Condition(
        Rule.RELATIONSHIP_VERIFIED,
        !claimed || !proofs.isEmpty(),
        proofs.stream().limit(1).toList());
  }

  private static boolean isTied(Inquiry inquiry, Relationship tie) {
    return (inquiry.relationship() == tie || inquiry.relationship() == Relationship.OTHER_TASK)
        && explained(inquiry);
  }

  private static boolean explained(Inquiry inquiry) {
    return inquiry.relationship() != Relationship.OTHER_TASK || inquiry.stated().otherTask();
  }
}
