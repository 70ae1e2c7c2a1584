package fi.lupa.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import fi.lupa.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "fi.lupa.audit";
  private static final JavaClasses CLASSES = ArchitectureRules.service(BASE);

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
  void tellingAnEntryIsPure() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".entry", BASE + ".codeset")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "reactor..", "io.r2dbc..", "org.apache.kafka..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  @Test
  void onlyTheReaderOfTheLogAnswersOverHttp() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".ingest")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".mylog", "org.springframework.web..")
        .allowEmptyShould(false)
        .check(CLASSES);
  }
}
