package fi.lupa.disclosure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import fi.lupa.testkit.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String BASE = "fi.lupa.disclosure";
  private static final JavaClasses CLASSES = ArchitectureRules.service(BASE);

  @Test
  void rulesArePure() {
    ArchitectureRules.rulesArePure().check(CLASSES);
    assertThat(named("Rules"))
        .contains("OwnRegisterRules", "UsageRightRules", "SocialDisclosureRules", "StoreRules");
  }

  /** The law knows nothing of how facts come, how documents are kept or who asks over what. */
  @Test
  void theDecisionStandsAlone() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".decision..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "reactor..",
            "io.r2dbc..",
            "org.apache.kafka..",
            "tools.jackson..",
            "fi.lupa.platform..",
            BASE + ".document..",
            BASE + ".fact..",
            BASE + ".record..",
            BASE + ".recordquery..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  /** One transaction spans three stores, so they can't stay in one feature; SQL stays in them. */
  @Test
  void sqlStandsInStores() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.r2dbc.core.DatabaseClient")
        .allowEmptyShould(false)
        .check(CLASSES);
    assertThat(named("Store"))
        .containsExactlyInAnyOrder(
            "AccessStore",
            "DocumentStore",
            "OwnDocumentStore",
            "CitizenViewStore",
            "MyOrganisationStore",
            "BreakGlassStore",
            "UseLogStore",
            "LogRequestStore",
            "NoticeStore",
            "StaffStore",
            "AskerStore",
            "SupervisionStore",
            "FactStore",
            "PositionStore",
            "VersionStore",
            "MatterStore",
            "RetentionStore",
            "RetentionListStore",
            "DestructionStore",
            "SummaryStore");
  }

  @Test
  void factsDocumentsAndRecordsDontKnowTheActsThatUseThem() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".fact..", BASE + ".record..", BASE + ".document")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".recordquery..", BASE + ".document.store..", BASE + ".document.voiding..")
        .allowEmptyShould(false)
        .check(CLASSES);
  }

  @Test
  void handlersKnowTheirCaller() {
    ArchitectureRules.handlersKnowTheirCaller().check(CLASSES);
    assertThat(named("Controller")).hasSize(18);
  }

  @Test
  void timeAndIdsAreInjected() {
    ArchitectureRules.timeAndIdsAreInjected().check(CLASSES);
  }

  private static List<String> named(String ending) {
    return CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .map(JavaClass::getSimpleName)
        .filter(name -> name.endsWith(ending))
        .toList();
  }
}
