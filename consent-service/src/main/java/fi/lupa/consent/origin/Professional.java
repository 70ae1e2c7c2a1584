package fi.lupa.consent.origin;

/**
 * The professional who recorded a declaration. Stays in this service's database: names of
 * professionals are not told to the client (Act 703/2023 74 § 2).
 */
public record Professional(String id, String name, String role) {
  /** Hidden, so that a name can't slip into a log line. */
  @Override
  public String toString() {
    return "Professional[hidden]";
  }
}
