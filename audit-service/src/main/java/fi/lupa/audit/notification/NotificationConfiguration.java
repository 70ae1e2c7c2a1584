package fi.lupa.audit.notification;

import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {
  @Bean
  SealedAddresses sealedAddresses(@Value("${lupa.client-ref.key}") String key) {
    return new SealedAddresses(Base64.getDecoder().decode(key));
  }
}
