package fi.lupa.authorization.onboarding;

import fi.lupa.contracts.SystemFunction;
import java.time.LocalDate;
import java.util.Set;

/**
 * The certificate of a client information system (act 703/2023 79-88 §).
 *
 * @param systemClass class of the system, such as A
 * @param profile key of {@code codesets/certification-profiles.yaml}
 * @param functions what the system may be used for
 * @param validUntil the last day of its validity
 */
public record Certificate(
    String number,
    String vendor,
    String system,
    SystemClass systemClass,
    String profile,
    Set<SystemFunction> functions,
    LocalDate validUntil) {

  /** Class A systems join the national services; B is the rest. */
  public enum SystemClass {
    A,
    B
  }

  boolean isValidOn(LocalDate day) {
    return !day.isAfter(validUntil);
  }

  /** Whether it is of the same system as another, however renewed. */
  boolean isOfSameSystemAs(Certificate other) {
    return vendor.equals(other.vendor) && system.equals(other.system);
  }
}
