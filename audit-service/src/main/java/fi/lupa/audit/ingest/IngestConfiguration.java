package fi.lupa.audit.ingest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** What ingest is made of. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {
  private static final long FIRST_MILLIS = 200;
  private static final double FACTOR = 2;
  private static final long LONGEST_MILLIS = 5_000;

  @Bean
  RecordReader recordReader(JsonMapper json) {
    return new RecordReader(EventSchemas.load(), json);
  }

  /**
   * A batch that can't be stored now is tried again for ever; meanwhile nothing is committed and
   * nothing skipped.
   */
  @Bean
  CommonErrorHandler retryForEver() {
    ExponentialBackOff backOff = new ExponentialBackOff(FIRST_MILLIS, FACTOR);
    backOff.setMaxInterval(LONGEST_MILLIS);
    return new DefaultErrorHandler(backOff);
  }
}
