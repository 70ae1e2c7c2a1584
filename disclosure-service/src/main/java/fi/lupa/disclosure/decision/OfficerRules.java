package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an officer may look up anything at all to supervise a register: as for every act of a
 * professional the organisation has joined, the unit is one of its own and the task is one that
 * there is in such an organisation (Act 703/2023 8, 9 and 67 §, decree 457/2024 10 §).
 */
public final class OfficerRules {
  private OfficerRules() {}

  /**
   * The first rule that isn't met.
   *
   * @param role absent when there is none of that name
   */
  public static Optional<Rule> refusal(
      Oid organisation, Oid unit, @Nullable Role role, Facts facts) {
    if (!facts.joined(organisation)) {
      return Optional.of(Rule.ORGANISATION_JOINED);
    }
    if (!facts.hasUnit(organisation, unit)) {
      return Optional.of(Rule.UNIT_OF_ORGANISATION);
    }
    return role != null && facts.organisation(organisation).filter(role::fits).isPresent()
        ? Optional.empty()
        : Optional.of(Rule.ROLE_IN_ORGANISATION);
  }
}
