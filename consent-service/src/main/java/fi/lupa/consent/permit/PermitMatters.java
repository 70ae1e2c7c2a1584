package fi.lupa.consent.permit;

import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.RepresentationMatter;
import java.util.Set;

/** Which mandates let somebody answer for the client: those over the data that would flow. */
final class PermitMatters {
  private PermitMatters() {}

  static Set<RepresentationMatter> of(PermitKind kind) {
    return switch (kind) {
      case SOCIAL_CARE, SOCIAL_TO_HEALTH -> Set.of(RepresentationMatter.SOCIAL_CARE);
      case HEALTH_TO_SOCIAL -> Set.of(RepresentationMatter.HEALTH_CARE);
    };
  }
}
