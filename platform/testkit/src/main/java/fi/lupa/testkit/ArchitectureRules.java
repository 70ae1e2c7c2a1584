package fi.lupa.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.Set;

/**
 * How a service's code must hang together. A rule that matches nothing fails (ArchUnit's {@code
 * allowEmptyShould(false)}), so a renamed package can't switch one off.
 */
public final class ArchitectureRules {
  private static final String CALLER = "fi.lupa.platform.security.Caller";
  private static final String CITIZEN = "fi.lupa.platform.security.Citizen";
  private static final String REQUIRES_SCOPE = "fi.lupa.platform.security.RequiresScope";
  private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

  private ArchitectureRules() {}

  /** The production classes of one service, such as {@code fi.lupa.consent}. */
  public static JavaClasses service(String basePackage) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        // what Spring wrote of the beans at an earlier build
        .withImportOption(location -> !location.contains("__") && !location.contains("$$"))
        .importPackages(basePackage);
  }

  /** {@code *Rules} classes are plain functions: no Spring, no Reactor, no clock of their own. */
  public static ArchRule rulesArePure() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Rules")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "reactor..", "io.r2dbc..", "org.apache.kafka..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .allowEmptyShould(false);
  }

  /** A {@code *Store} is used in its own feature only: the package below the service's own. */
  public static ArchRule storesStayInTheirFeature(String basePackage) {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Store")
        .should(
            new ArchCondition<JavaClass>("be used in their own feature only") {
              @Override
              public void check(JavaClass store, ConditionEvents events) {
                String own = feature(store, basePackage);
                for (Dependency use : store.getDirectDependenciesToSelf()) {
                  boolean inside = feature(use.getOriginClass(), basePackage).equals(own);
                  events.add(new SimpleConditionEvent(store, inside, use.getDescription()));
                }
              }
            })
        .allowEmptyShould(false);
  }

  /** Every handler says who may call it: a Caller or Citizen with the scope it needs. */
  public static ArchRule handlersKnowTheirCaller() {
    return methods()
        .that()
        .areMetaAnnotatedWith(MAPPING)
        .should(
            new ArchCondition<JavaMethod>(
                "have a Caller or Citizen marked @RequiresScope, or say @OpenToAll") {
              @Override
              public void check(JavaMethod handler, ConditionEvents events) {
                boolean known =
                    handler.isAnnotatedWith("fi.lupa.platform.security.OpenToAll")
                        || handler.getParameters().stream().anyMatch(ArchitectureRules::isCaller);
                events.add(new SimpleConditionEvent(handler, known, handler.getFullName()));
              }
            })
        .allowEmptyShould(false);
  }

  /** Time comes from the injected clock, ids from {@code Ids}. */
  public static ArchRule timeAndIdsAreInjected() {
    return noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a call that makes up time or an id",
                call ->
                    Set.of(
                            "java.time.Instant.now",
                            "java.time.LocalDate.now",
                            "java.util.UUID.randomUUID")
                        .contains(
                            call.getTargetOwner().getFullName()
                                + "."
                                + call.getTarget().getName())))
        .allowEmptyShould(false);
  }

  /** No legacy dates, no sleeping threads, no printing past the log. */
  public static ArchRule nothingSleepsOrPrints() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Date")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", Duration.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .allowEmptyShould(false);
  }

  private static boolean isCaller(JavaParameter parameter) {
    String type = parameter.getRawType().getFullName();
    return (type.equals(CALLER) || type.equals(CITIZEN))
        && parameter.isAnnotatedWith(REQUIRES_SCOPE);
  }

  private static String feature(JavaClass type, String basePackage) {
    String inner = type.getPackageName().substring(basePackage.length());
    return inner.split("\\.", 3).length > 1 ? inner.split("\\.", 3)[1] : "";
  }
}
