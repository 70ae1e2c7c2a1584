package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.Oid;
import org.jspecify.annotations.Nullable;

/** The administrative and technical data of an application. */
public record Application(Administrative administrative, Technical technical) {
  /**
   * @param contact address of the role, not of a person
   * @param archiveUnit the unit that keeps the archive (Kanta-arkistonhoitaja)
   */
  public record Administrative(String contact, @Nullable Oid archiveUnit) {}

  /**
   * @param contact address of the role, not of a person
   * @param intermediary whose connection is used; null when it is the organisation's own
   */
  public record Technical(
      String contact, String system, Connection connection, @Nullable Oid intermediary) {}

  /** How the system reaches the archive. */
  public enum Connection {
    OWN,
    INTERMEDIARY
  }
}
