package fi.lupa.authorization.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import org.jspecify.annotations.Nullable;

/**
 * A service unit (palveluyksikkö) of an organisation.
 *
 * @param jointService true when social and health care give its service together (Act 703/2023 46
 *     §); absent means no
 */
public record Unit(Oid oid, LocalizedText name, @Nullable Boolean jointService) {
  public Unit {
    // "no" is told in one way only
    jointService = Boolean.TRUE.equals(jointService) ? true : null;
  }

  boolean givesJointService() {
    return Boolean.TRUE.equals(jointService);
  }
}
