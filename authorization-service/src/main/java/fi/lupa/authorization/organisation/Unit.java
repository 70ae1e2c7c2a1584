package fi.lupa.authorization.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged.JointService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service unit (palveluyksikkö) of an organisation.
 *
 * @param jointServices those that it gives together with social care (Act 703/2023 46 §); absent
 *     means none
 */
public record Unit(Oid oid, LocalizedText name, @Nullable List<JointService> jointServices) {
  public Unit {
    // "none" is told in one way only
    jointServices = jointServices == null || jointServices.isEmpty() ? null : jointServices;
  }

  List<JointService> jointServicesOrNone() {
    return jointServices == null ? List.of() : jointServices;
  }
}
