package fi.lupa.consent.permit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.Children;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.PermitKind;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.security.Citizen;
import fi.lupa.platform.security.Representative;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which permits are there for whom (facts 2.6). */
class PermitActorsTest {
  private static final IdentityCode CHILD = new IdentityCode(Children.child());
  private static final LocalDate OF_AGE = CHILD.born().plusYears(18);

  private static Citizen citizen(@Nullable RepresentationRole role) {
    return new Citizen(
        new ClientRef(new UUID(1, 1)),
        CHILD,
        role == null
            ? null
            : new Representative(new ClientRef(new UUID(2, 2)), new UUID(3, 3), role));
  }

  @ParameterizedTest
  @EnumSource
  void whoeverActsForAMinorHasNothingToDoWithPatientData(RepresentationRole role) {
    assertThat(PermitActors.seen(citizen(role), OF_AGE.minusDays(1)))
        .containsExactlyInAnyOrder(PermitKind.SOCIAL_CARE, PermitKind.SOCIAL_TO_HEALTH);
    assertThat(PermitActors.seen(citizen(role), OF_AGE))
        .containsExactlyInAnyOrder(PermitKind.values());
  }

  @Test
  void theMinorHas() {
    assertThat(PermitActors.seen(citizen(null), OF_AGE.minusDays(1)))
        .containsExactlyInAnyOrder(PermitKind.values());
  }
}
