package fi.lupa.platform.outbox;

import fi.lupa.platform.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** The outbox and its relay, for services that tell a topic. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lupa.outbox.topic")
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxConfiguration {
  /**
   * A reader of the whole history (the audit-service) may be away this long and still miss nothing.
   */
  private static final Duration COMPACT_AFTER = Duration.ofDays(30);

  @Bean
  Relay outboxRelay(
      DatabaseClient db,
      ProducerFactory<String, byte[]> producers,
      OutboxSettings settings,
      JsonMapper json,
      MeterRegistry meters) {
    return new Relay(
        new OutboxStore(db), () -> producer(producers), settings, Pace.USUAL, json, meters);
  }

  /** The relay's own producer: the shared one can't be closed, nor replaced after a fatal error. */
  private static Producer<String, byte[]> producer(ProducerFactory<String, byte[]> producers) {
    return new KafkaProducer<>(
        producers.getConfigurationProperties(), new StringSerializer(), new ByteArraySerializer());
  }

  @Bean
  Outbox outbox(
      DatabaseClient db,
      JsonMapper json,
      Ids ids,
      Clock clock,
      OutboxSettings settings,
      Relay relay) {
    return new Outbox(db, json, ids, clock, settings, relay::kick);
  }

  @Bean
  NewTopic outboxTopic(OutboxSettings settings) {
    NewTopic topic = new NewTopic(settings.topic(), settings.partitions(), (short) -1);
    return topic.configs(
        settings.compacted()
            ? Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                String.valueOf(COMPACT_AFTER.toMillis()))
            : Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
  }
}
