package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import java.time.Duration;
import java.time.Instant;

/** Who may store into which register (facts 10.1 and 10.2, write). */
public final class StoreRules {
  private StoreRules() {}

  /**
   * @param recordedAt when the document was recorded
   * @param grace how long after the end of a usage right documents born during it may still be
   *     stored
   */
  public static Verdict decide(Inquiry inquiry, Facts facts, Instant recordedAt, Duration grace) {
    return inquiry.basis() == Basis.REGISTER_USAGE_RIGHT
        ? UsageRightRules.store(inquiry, facts, recordedAt, grace)
        : OwnRegisterRules.store(inquiry, facts);
  }
}
