package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import java.time.Duration;

/** Storing, replacing and voiding (facts 10.1 and 10.2, write). */
final class StoreRules {
  private StoreRules() {}

  static Course course(Inquiry inquiry, Facts facts, Storing storing, Duration grace) {
    return inquiry.basis() == Basis.REGISTER_USAGE_RIGHT
        ? UsageRightRules.store(inquiry, facts, storing, grace)
        : OwnRegisterRules.store(inquiry, facts, storing);
  }
}
