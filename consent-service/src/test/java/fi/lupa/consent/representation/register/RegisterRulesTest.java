package fi.lupa.consent.representation.register;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.RepresentationMatter;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final IdentityCode CHILD = new IdentityCode("020516C903K");
  private static final IdentityCode ADULT = new IdentityCode("231179-914K");

  private static RegisterRequest request(
      IdentityCode represented,
      IdentityCode representative,
      RepresentationRole role,
      Set<RepresentationMatter> matters,
      LocalDate until) {
    return new RegisterRequest(represented, representative, role, matters, TODAY, until, null);
  }

  private static List<String> pointers(RegisterRequest request) {
    return RegisterRules.violations(request, TODAY).stream().map(Violation::pointer).toList();
  }

  @Test
  void aGuardianOfAChildAndAMandateForOneDay() {
    assertThat(pointers(request(CHILD, ADULT, RepresentationRole.GUARDIAN_OF_MINOR, null, null)))
        .isEmpty();
    assertThat(
            pointers(
                request(
                    ADULT,
                    CHILD,
                    RepresentationRole.MANDATE,
                    Set.of(RepresentationMatter.SOCIAL_CARE),
                    TODAY)))
        .isEmpty();
  }

  @Test
  void whatCannotBeTrue() {
    assertThat(
            pointers(
                request(
                    ADULT,
                    ADULT,
                    RepresentationRole.GUARDIAN_OF_MINOR,
                    Set.of(RepresentationMatter.OTHER),
                    TODAY.minusDays(1))))
        .containsExactlyInAnyOrder("/representative", "/validUntil", "/matters", "/represented");
    assertThat(pointers(request(ADULT, CHILD, RepresentationRole.LEGAL_GUARDIAN, null, null)))
        .isEmpty();
  }

  @Test
  void noBlocksAreAnEmptyList() {
    assertThat(
            request(CHILD, ADULT, RepresentationRole.GUARDIAN_OF_MINOR, null, null)
                .terms()
                .blocks())
        .isEmpty();
  }
}
