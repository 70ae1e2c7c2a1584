package fi.lupa.consent.clientlink;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** A batch that meets no database is tried again until it stands: links are never skipped. */
@Configuration(proxyBeanMethods = false)
class FollowConfiguration {
  private static final long AGAIN_AFTER_MILLIS = 500;

  @Bean
  CommonErrorHandler retryForEver() {
    return new DefaultErrorHandler(
        new FixedBackOff(AGAIN_AFTER_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
  }
}
