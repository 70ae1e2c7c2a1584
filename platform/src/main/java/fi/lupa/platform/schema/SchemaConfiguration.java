package fi.lupa.platform.schema;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Document schemas, in the services that set where they come from (an empty list is enough). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lupa.schemas.sources")
@EnableConfigurationProperties(SchemaSettings.class)
public class SchemaConfiguration {
  @Bean
  DocumentSchemas documentSchemas(SchemaSettings settings, JsonMapper json) {
    return new DocumentSchemas(settings.sources(), json);
  }

  @Bean
  JsonDocuments jsonDocuments(DocumentSchemas schemas, JsonMapper json) {
    return new JsonDocuments(schemas, json);
  }
}
