package fi.lupa.disclosure.fact.follow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * A batch that can't be applied (database away) is tried again until it can: facts are never
 * skipped.
 */
@Configuration(proxyBeanMethods = false)
class FollowConfiguration {
  private static final long AGAIN_AFTER_MILLIS = 500;

  @Bean
  CommonErrorHandler retryForEver() {
    return new DefaultErrorHandler(
        new FixedBackOff(AGAIN_AFTER_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
  }
}
