package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Basis;
import java.time.Duration;

/**
 * Who may store into which register, replace what stands there by a new version, or void it (facts
 * 10.1 and 10.2, write).
 */
public final class StoreRules {
  private StoreRules() {}

  /**
   * @param inquiry its service tasks and social services are those of the document to be stored
   * @param grace how long after the end of a usage right documents born during it may still be
   *     stored
   */
  public static Verdict decide(Inquiry inquiry, Facts facts, Storing storing, Duration grace) {
    return inquiry.basis() == Basis.REGISTER_USAGE_RIGHT
        ? UsageRightRules.store(inquiry, facts, storing, grace)
        : OwnRegisterRules.store(inquiry, facts, storing);
  }
}
