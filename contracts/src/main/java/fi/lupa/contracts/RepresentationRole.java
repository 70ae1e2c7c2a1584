package fi.lupa.contracts;

/**
 * By which right somebody acts for a client: national code set 1.2.246.537.6.1284 (asiakkuuteen
 * liittyvä rooli).
 */
public enum RepresentationRole {
  /** Huoltaja: custody of a minor (Act 703/2023 50 §). */
  GUARDIAN_OF_MINOR("31"),
  /** Edunvalvoja: appointed to an adult (Guardianship Act 29 § 2). */
  LEGAL_GUARDIAN("32"),
  /** Edunvalvontavaltuutettu. */
  CONTINUING_POWER("33"),
  /** Valtuutettu: by the person's own mandate. */
  MANDATE("34");

  private final String code;

  RepresentationRole(String code) {
    this.code = code;
  }

  /** The code of the national code set. */
  public String code() {
    return code;
  }
}
