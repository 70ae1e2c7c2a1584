package fi.lupa.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import fi.lupa.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "fi.lupa.authorization";
  private static final JavaClasses CLASSES = ArchitectureRules.service(BASE);

  @Test
  void rulesArePure() {
    ArchitectureRules.rulesArePure().check(CLASSES);
    assertThat(named("Rules"))
        .contains(
            "RightRules",
            "EndRules",
            "LinkRules",
            "ExpireRules",
            "OrganisationRules",
            "StepRules",
            "DeadlineRules",
            "WaveRules",
            "ActRules");
  }

  @Test
  void storesStayInTheirFeature() {
    ArchitectureRules.storesStayInTheirFeature(BASE).check(CLASSES);
    assertThat(named("Store"))
        .contains("OrganisationStore", "GrantStore", "EndStore", "OnboardingStore");
  }

  @Test
  void handlersKnowTheirCaller() {
    ArchitectureRules.handlersKnowTheirCaller().check(CLASSES);
    assertThat(named("Controller")).hasSize(20);
  }

  @Test
  void timeAndIdsAreInjected() {
    ArchitectureRules.timeAndIdsAreInjected().check(CLASSES);
  }

  private static java.util.List<String> named(String ending) {
    return CLASSES.stream()
        .map(JavaClass::getSimpleName)
        .filter(name -> name.endsWith(ending))
        .toList();
  }
}
