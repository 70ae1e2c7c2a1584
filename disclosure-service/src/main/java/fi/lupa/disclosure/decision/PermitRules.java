package fi.lupa.disclosure.decision;

import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.event.InformingRecorded;
import fi.lupa.contracts.event.PermitChanged;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That the client has been informed and has a permit of a kind in force (Act 703/2023 53, 55, 58
 * and 68 §).
 */
final class PermitRules {
  private PermitRules() {}

  static Condition informed(Facts facts) {
    List<FactRef> newest =
        facts.informings().stream()
            .max(
                Comparator.comparing(InformingRecorded::informedAt)
                    .thenComparing(InformingRecorded::id))
            .map(FactRef::of)
            .stream()
            .toList();
    return new Condition(Rule.CLIENT_INFORMED, !newest.isEmpty(), newest);
  }

  /**
   * @param missing the rule that fails when there is no permit of the kind at all
   */
  static Stream<Condition> permitted(Inquiry inquiry, Facts facts, PermitKind kind, Rule missing) {
    Optional<PermitChanged> permit = facts.permit(kind);
    List<FactRef> ref = permit.map(FactRef::of).stream().toList();
    return Stream.of(
        Condition.of(Rule.IDENTITY_CODE_KNOWN, !inquiry.temporaryClient()),
        informed(facts),
        new Condition(missing, permit.isPresent(), ref),
        new Condition(Rule.PERMIT_NOT_REFUSED, isNot(permit, PermitState.REFUSED), ref),
        new Condition(Rule.PERMIT_NOT_WITHDRAWN, isNot(permit, PermitState.WITHDRAWN), ref));
  }

  private static boolean isNot(Optional<PermitChanged> permit, PermitState state) {
    return permit.filter(found -> found.state() != state).isPresent();
  }
}
