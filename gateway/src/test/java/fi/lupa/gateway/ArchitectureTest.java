package fi.lupa.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.ClassUtils;

class ArchitectureTest {
  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fi.lupa.gateway");

  @Test
  void packagesDoNotLeanOnEachOtherInCircles() {
    slices()
        .matching("fi.lupa.gateway.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(false)
        .check(GATEWAY);
  }

  @Test
  void theContractKnowsNothingOfHowItIsKept() {
    noClasses()
        .that()
        .resideInAPackage("fi.lupa.gateway.contract")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "reactor..", "org.springframework.security..", "org.springframework.cloud..")
        .allowEmptyShould(false)
        .check(GATEWAY);
  }

  /** The door holds no data and speaks to nobody but the services and the issuer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.r2dbc.spi.ConnectionFactory",
        "org.postgresql.Driver",
        "org.flywaydb.core.Flyway",
        "org.apache.kafka.clients.producer.Producer",
        "fi.lupa.platform.Ids"
      })
  void noDatabaseAndNoBroker(String type) {
    assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
  }
}
