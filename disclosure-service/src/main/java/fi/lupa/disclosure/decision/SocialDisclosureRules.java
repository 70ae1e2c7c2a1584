package fi.lupa.disclosure.decision;

import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.SystemFunction;
import java.util.List;

/** Disclosure inside social care by the client's permit (facts 10.3, Act 703/2023 55 § 1). */
final class SocialDisclosureRules {
  private static final List<String> LAW = List.of("ACT_703_2023_S55_1", "ACT_703_2023_S57");

  private SocialDisclosureRules() {}

  static Verdict decide(Inquiry inquiry, Facts facts) {
    Trace trace = new Trace();
    boolean allowed =
        Gate.open(trace, inquiry, facts, SystemFunction.SOCIAL_DISCLOSURE)
            && Gate.client(trace, inquiry)
            && PermitRules.informed(trace, inquiry, facts)
            && PermitRules.permitted(trace, facts, PermitKind.SOCIAL_CARE, Rule.PERMIT_EXISTS);
    return allowed
        ? new Verdict.Allowed(
            Scope.others(inquiry.organisation(), inquiry.controller()),
            document -> judge(document, facts),
            LAW,
            trace.results())
        : trace.denied();
  }

  private static DocumentVerdict judge(DocumentFacts document, Facts facts) {
    if (!facts.joined(document.controller())) {
      return DocumentVerdict.withheld(
          Rule.SOURCE_JOINED, facts.refs(document.controller()).toArray(FactRef[]::new));
    }
    if (document.closedByDefault()) {
      return DocumentVerdict.withheld(Rule.OPEN_TO_DISCLOSURE);
    }
    return Prohibitions.against(document, facts).orElse(DocumentVerdict.GIVEN);
  }
}
