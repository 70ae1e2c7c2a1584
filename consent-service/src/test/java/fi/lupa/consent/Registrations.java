package fi.lupa.consent;

import fi.lupa.testkit.TestIssuer;
import java.util.UUID;

/** The operator's registrations and the tokens that follow from them. */
final class Registrations {
  static final String OPERATOR = "1.2.246.10.90000011.10.0";
  static final String GUARDIAN = "GUARDIAN_OF_MINOR";
  static final String MANDATE = "MANDATE";

  private Registrations() {}

  static String operatorToken() {
    return TestIssuer.shared().token(OPERATOR, "representations.manage");
  }

  /**
   * @param more further members, each after a comma
   */
  static String body(String represented, String representative, String role, String more) {
    return """
    {"represented":{"identityCode":"%s"},"representative":{"identityCode":"%s"},\
    "role":"%s","validFrom":"2026-01-01"%s}\
    """
        .formatted(represented, representative, role, more);
  }

  /** What the issuer would have given when the relation let one act. */
  static String token(String represented, String representative, Answer registered) {
    return TestIssuer.shared()
        .representativeToken(
            represented,
            representative,
            UUID.fromString(registered.id()),
            registered.text("/role"));
  }
}
