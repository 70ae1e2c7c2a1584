package fi.lupa.disclosure.decision;

import fi.lupa.contracts.SystemFunction;
import java.util.List;

/** A controller in its own register: neither permit nor prohibition is looked at (facts 10.1). */
final class OwnRegisterRules {
  private static final List<String> LAW = List.of("ACT_703_2023_S9", "ACT_703_2023_S13");

  private OwnRegisterRules() {}

  static Verdict decide(Inquiry inquiry, Facts facts) {
    Trace trace = new Trace();
    boolean allowed =
        Gate.open(trace, inquiry, facts, SystemFunction.ARCHIVING)
            && trace.check(Rule.RELATIONSHIP_STATED, inquiry.relationship() != null)
            && ownRegister(trace, inquiry);
    return allowed
        ? new Verdict.Allowed(
            Scope.register(inquiry.organisation()),
            document -> DocumentVerdict.GIVEN,
            LAW,
            trace.results())
        : trace.denied();
  }

  /**
   * Storing needs no stated relationship: the document itself shows it (Act 703/2023 37 §). Old
   * documents have a function of their own; an organisation may begin with them.
   */
  static Verdict store(Inquiry inquiry, Facts facts, Storing storing) {
    Trace trace = new Trace();
    SystemFunction function =
        storing.old() ? SystemFunction.OLD_DOCUMENTS : SystemFunction.ARCHIVING;
    boolean allowed =
        Gate.open(trace, inquiry, facts, function)
            && ownRegister(trace, inquiry)
            && ChainRules.controller(trace, inquiry, storing)
            && ChainRules.whole(trace, storing);
    return allowed
        ? new Verdict.Allowed(
            Scope.register(inquiry.organisation()),
            document -> DocumentVerdict.GIVEN,
            List.of("ACT_703_2023_S13", "ACT_703_2023_S37"),
            trace.results())
        : trace.denied();
  }

  private static boolean ownRegister(Trace trace, Inquiry inquiry) {
    return trace.check(
        Rule.OWN_REGISTER,
        inquiry.controller() == null || inquiry.controller().equals(inquiry.organisation()));
  }
}
