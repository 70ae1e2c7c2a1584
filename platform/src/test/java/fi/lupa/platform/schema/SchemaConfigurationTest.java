package fi.lupa.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SchemaConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(SchemaConfiguration.class)
          .withBean(SimpleMeterRegistry.class);

  /** As the services have it in their application.yml, and the operator in the environment. */
  private ApplicationContextRunner withVariable(String value) {
    return runner
        .withPropertyValues("lupa.schemas.sources=${LUPA_SCHEMAS:}")
        .withInitializer(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .replace(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("LUPA_SCHEMAS", value, "LUPA_SCHEMAS_POLL", "3s"))));
  }

  @Test
  void nothingIsThereWhereNobodyAsksForSchemas() {
    runner.run(context -> assertThat(context).doesNotHaveBean(DocumentSchemas.class));
  }

  @Test
  void withoutSourcesThereAreLupasOwn() {
    runner
        .withPropertyValues("lupa.schemas.sources=")
        .run(context ->
            assertThat(context.getBean(DocumentSchemas.class).oids()).contains(OwnSchemas.PLAN));
  }

  @Test
  void theVariableNamesSourcesWithCommas(@TempDir Path first, @TempDir Path second)
      throws Exception {
    SampleSchemas.file(first, SampleSchemas.ONE, SampleSchemas.requiring("yksi"));
    SampleSchemas.file(second, SampleSchemas.TWO, SampleSchemas.requiring("kaksi"));
    withVariable(first + "," + second)
        .run(context -> {
          assertThat(context.getBean(DocumentSchemas.class).oids()).hasSize(OwnSchemas.count() + 2);
          assertThat(context.getBean(SchemaSettings.class).poll()).hasSeconds(3);
          assertThat(context).hasSingleBean(JsonDocuments.class);
        });
  }

  @Test
  void aServiceMayChoose() {
    runner
        .withPropertyValues("lupa.schemas.sources=")
        .withBean(SchemaChoice.class, () -> OwnSchemas.PLAN::equals)
        .run(context ->
            assertThat(context.getBean(DocumentSchemas.class).oids())
                .containsExactly(OwnSchemas.PLAN));
  }

  @Test
  void aSourceThatCannotBeUsedEndsTheStart() {
    withVariable("/nowhere/schemas.zip")
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("/nowhere/schemas.zip"));
  }
}
