package fi.lupa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule finds who breaks it, and fails when there is nothing to look at. */
class ArchitectureRulesTest {
  private static final String BASE = "fi.lupa.testkit.fixture";

  private final JavaClasses fixture = new ClassFileImporter().importPackages(BASE);

  private void assertFinds(ArchRule rule, String... culprits) {
    assertThat(rule.evaluate(fixture).getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(detail -> assertThat(detail).containsAnyOf(culprits));
    for (String culprit : culprits) {
      assertThat(rule.evaluate(fixture).getFailureReport().toString()).contains(culprit);
    }
  }

  @Test
  void rulesWithAClock() {
    assertFinds(ArchitectureRules.rulesArePure(), "ClockedRules");
  }

  @Test
  void storesUsedFromAnotherFeature() {
    assertFinds(ArchitectureRules.storesStayInTheirFeature(BASE), "Sleeper");
  }

  @Test
  void handlersOpenToAnybody() {
    assertFinds(ArchitectureRules.handlersKnowTheirCaller(), "Sleeper.open");
  }

  @Test
  void timesMadeUp() {
    assertFinds(ArchitectureRules.timeAndIdsAreInjected(), "Instant.now");
  }

  @Test
  void sleepersAndPrinters() {
    assertFinds(
        ArchitectureRules.nothingSleepsOrPrints(), "Thread.sleep", "System.out", "java.util.Date");
  }

  @Test
  void aRuleThatMatchesNothingFails() {
    JavaClasses none = new ClassFileImporter().importPackages("fi.lupa.testkit.nothing");
    for (ArchRule rule :
        List.of(
            ArchitectureRules.rulesArePure(),
            ArchitectureRules.storesStayInTheirFeature(BASE),
            ArchitectureRules.handlersKnowTheirCaller(),
            ArchitectureRules.timeAndIdsAreInjected(),
            ArchitectureRules.nothingSleepsOrPrints())) {
      assertThatThrownBy(() -> rule.check(none))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("failed to check any classes");
    }
  }
}
