package fi.lupa.consent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fi.lupa.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;

class ArchitectureTest {
  private static final String BASE = "fi.lupa.consent";
  private static final JavaClasses CLASSES = ArchitectureRules.service(BASE);

  @Test
  void rulesArePure() {
    ArchitectureRules.rulesArePure().check(CLASSES);
  }

  @Test
  void storesStayInTheirFeature() {
    ArchitectureRules.storesStayInTheirFeature(BASE).check(CLASSES);
  }

  @Test
  void handlersKnowTheirCaller() {
    ArchitectureRules.handlersKnowTheirCaller().check(CLASSES);
  }

  @Test
  void timeAndIdsAreInjected() {
    ArchitectureRules.timeAndIdsAreInjected().check(CLASSES);
  }

  @Test
  void informingDoesNotKnowWhatStandsOnIt() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".informing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".permit..", BASE + ".prohibition..")
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  /** The rules do see what they forbid. */
  @Test
  void aClassThatBreaksARuleIsFound() {
    JavaClasses wrong =
        new ClassFileImporter().importClasses(ImpureRules.class, OpenController.class);

    assertThatThrownBy(() -> ArchitectureRules.rulesArePure().check(wrong))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> ArchitectureRules.handlersKnowTheirCaller().check(wrong))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> ArchitectureRules.timeAndIdsAreInjected().check(wrong))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> ArchitectureRules.storesStayInTheirFeature(BASE).check(wrong))
        .as("no store among these: a rule that matches nothing fails")
        .isInstanceOf(AssertionError.class);
  }

  @Component
  static class ImpureRules {
    Object now() {
      return java.time.Instant.now();
    }
  }

  static class OpenController {
    @GetMapping("/open")
    String anyone() {
      return "";
    }
  }
}
