package fi.lupa.consent.print;

import fi.lupa.contracts.PermitKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which document: the permit of a kind (SM-1505.8), or all prohibitions in force (SM-1505.9). */
enum PrintKind {
  SOCIAL_CARE(PermitKind.SOCIAL_CARE),
  SOCIAL_TO_HEALTH(PermitKind.SOCIAL_TO_HEALTH),
  HEALTH_TO_SOCIAL(PermitKind.HEALTH_TO_SOCIAL),
  PROHIBITIONS(null);

  private final Optional<PermitKind> permit;

  PrintKind(@Nullable PermitKind permit) {
    this.permit = Optional.ofNullable(permit);
  }

  Optional<PermitKind> permit() {
    return permit;
  }
}
