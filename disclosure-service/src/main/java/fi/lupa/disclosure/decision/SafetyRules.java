package fi.lupa.disclosure.decision;

import java.util.List;

/**
 * Non-disclosure for personal safety (turvakielto): the contact data of a protected client are left
 * out of documents, whatever the basis, unless the requester's task needs them and the request says
 * so (Act 703/2023 9 §). Nothing is withheld by it and no request denied.
 */
public final class SafetyRules {
  private SafetyRules() {}

  /**
   * What becomes of contact data, with the condition as it was evaluated; no condition when nothing
   * protects the client.
   */
  public record Result(ContactData contactData, List<RuleResult> rules) {}

  /**
   * Why a requester would see contact data.
   *
   * @param task whether the professional's role is one that needs them
   * @param stated whether the request says that they are needed
   */
  public record Need(boolean task, boolean stated) {}

  public static Result decide(Inquiry inquiry, Facts facts, Need need, Rulebook rulebook) {
    return facts.isProtected(inquiry.today())
        ? ofProtected(need, rulebook)
        : new Result(ContactData.GIVEN, List.of());
  }

  /** Where it is known that somebody whom the documents concern is protected. */
  public static Result ofProtected(Need need, Rulebook rulebook) {
    Condition needed = Condition.of(Rule.CONTACT_DATA_NEEDED, need.task() && need.stated());
    return new Result(
        needed.holds() ? ContactData.GIVEN : ContactData.HIDDEN, List.of(needed.result(rulebook)));
  }
}
