package fi.lupa.authorization.onboarding;

import static fi.lupa.contracts.OrganisationStatus.JOINED;
import static fi.lupa.contracts.OrganisationStatus.LEFT;
import static fi.lupa.contracts.OrganisationStatus.REGISTERED;
import static fi.lupa.contracts.OrganisationStatus.SUSPENDED;
import static fi.lupa.contracts.SystemFunction.ARCHIVING;
import static fi.lupa.contracts.SystemFunction.DECLARATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductionRulesTest {
  private final Onboarding open = new Walk(Situation.PRIVATE).onboarding();
  private final Onboarding through = through(Situation.PRIVATE).onboarding();
  private final Onboarding expired =
      through(Situation.PRIVATE).byItself(Step.CERTIFICATE_EXPIRED).onboarding();

  @Test
  void productionBringsItsFunctionsToThoseThereAre() {
    assertThat(ProductionRules.functions(Set.of(DECLARATIONS), open, List.of()))
        .containsExactly(DECLARATIONS);
    assertThat(ProductionRules.functions(Set.of(DECLARATIONS), through, List.of()))
        .containsExactlyInAnyOrder(ARCHIVING, DECLARATIONS);
  }

  @Test
  void aCertificateThatRanOutTakesItsFunctionsAndNoOthers() {
    assertThat(ProductionRules.functions(Set.of(ARCHIVING, DECLARATIONS), expired, List.of()))
        .containsExactly(DECLARATIONS);
    assertThat(ProductionRules.functions(Set.of(), expired, List.of())).isEmpty();
  }

  @Test
  void whatAnotherCertificateCoversStays() {
    Onboarding other = through(Situation.EXTENSION).onboarding();
    assertThat(ProductionRules.functions(Set.of(ARCHIVING), expired, List.of(other)))
        .containsExactly(ARCHIVING);
    assertThat(ProductionRules.functions(Set.of(ARCHIVING), expired, List.of(open))).isEmpty();
  }

  @Test
  void aRenewedCertificateBringsThemBack() {
    Walk renewed = through(Situation.PRIVATE).byItself(Step.CERTIFICATE_EXPIRED);
    renewed.take(Step.CERTIFICATE_RECORDED);
    assertThat(ProductionRules.functions(Set.of(), renewed.onboarding(), List.of()))
        .containsExactly(ARCHIVING);
  }

  @Test
  void theOperatorStatesOnlyWhatTheProcessLedToOrSuspensionOrLeaving() {
    assertThat(ProductionRules.mayState(JOINED, REGISTERED, List.of(open))).isFalse();
    assertThat(ProductionRules.mayState(SUSPENDED, REGISTERED, List.of(open))).isTrue();
    assertThat(ProductionRules.mayState(REGISTERED, SUSPENDED, List.of(open))).isTrue();
    assertThat(ProductionRules.mayState(JOINED, SUSPENDED, List.of(open))).isFalse();
    assertThat(ProductionRules.mayState(LEFT, JOINED, List.of(through))).isTrue();
    assertThat(ProductionRules.mayState(JOINED, SUSPENDED, List.of(through))).isTrue();
    assertThat(ProductionRules.mayState(REGISTERED, JOINED, List.of(through))).isFalse();
    Onboarding extension = new Walk(Situation.EXTENSION).onboarding();
    assertThat(ProductionRules.mayState(JOINED, SUSPENDED, List.of(extension))).isTrue();
  }

  private static Walk through(Situation situation) {
    return new Walk(situation).upTo(Step.IN_PRODUCTION).take(Step.IN_PRODUCTION);
  }
}
