package fi.lupa.disclosure.retention;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {
  @Bean
  RetentionRules retentionRules() {
    return new RetentionRules(RetentionClasses.load());
  }
}
