package fi.lupa.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** PostgreSQL 18 from its binaries and a KRaft broker in this JVM. */
final class EmbeddedBackends extends Backends {
  private final EmbeddedPostgres postgres;
  private EmbeddedKafkaBroker kafka;

  EmbeddedBackends() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(
                  Path.of(System.getProperty("java.io.tmpdir"), "lupa-test-postgres").toFile())
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "64MB")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  Server postgres() {
    return new Server("localhost", postgres.getPort());
  }

  @Override
  synchronized String kafkaServers() {
    if (kafka == null) {
      kafka =
          new EmbeddedKafkaKraftBroker(1, 6)
              .brokerProperties(
                  Map.of(
                      "group.initial.rebalance.delay.ms", "0",
                      "offsets.topic.num.partitions", "4",
                      "auto.create.topics.enable", "false"));
      kafka.afterPropertiesSet();
      Runtime.getRuntime().addShutdownHook(new Thread(kafka::destroy));
    }
    return kafka.getBrokersAsString();
  }
}
