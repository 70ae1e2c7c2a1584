package fi.lupa.audit.withholding;

import fi.lupa.contracts.WithholdingGround;

/** What a client may know of a withholding. */
final class WithholdingRules {
  private WithholdingRules() {}

  /**
   * Whether the client is told that something is withheld, how much and why. A refusal is told with
   * its ground (Act 703/2023 11 §), but where the danger lies in the client's knowing that anything
   * happened at all, saying so would be what the law forbids to do: such entries are as absent as
   * ones that never were.
   */
  static boolean toldToClient(WithholdingGround ground) {
    return switch (ground) {
      case CLIENT_HEALTH, OTHERS_RIGHTS -> true;
      case CRIME_PREVENTION, SECURITY -> false;
    };
  }
}
