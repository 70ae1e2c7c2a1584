package fi.lupa.platform.schema;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Document schemas, in the services that set where they come from (an empty list is enough). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lupa.schemas.sources")
@EnableConfigurationProperties(SchemaSettings.class)
public class SchemaConfiguration {
  @Bean
  SchemaLoader schemaLoader(SchemaSettings settings, ObjectProvider<SchemaChoice> choice) {
    return new SchemaLoader(settings.sources(), choice.getIfAvailable(() -> SchemaChoice.ALL));
  }

  @Bean
  DocumentSchemas documentSchemas(SchemaLoader loader) {
    return new DocumentSchemas(loader);
  }

  @Bean
  SchemaWatch schemaWatch(
      SchemaLoader loader, DocumentSchemas schemas, SchemaSettings settings, MeterRegistry meters) {
    return new SchemaWatch(loader, schemas, settings.poll(), meters);
  }

  @Bean
  SchemaHealthIndicator schemasHealthIndicator(DocumentSchemas schemas, SchemaWatch watch) {
    return new SchemaHealthIndicator(schemas, watch);
  }

  @Bean
  JsonDocuments jsonDocuments(DocumentSchemas schemas) {
    return new JsonDocuments(schemas);
  }
}
