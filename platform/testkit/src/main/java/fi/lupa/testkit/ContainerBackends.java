package fi.lupa.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers from container images, by Testcontainers. */
final class ContainerBackends extends Backends {
  private final PostgreSQLContainer postgres;
  private KafkaContainer kafka;

  ContainerBackends() {
    postgres =
        new PostgreSQLContainer(System.getProperty("lupa.image.postgres", "postgres:18"))
            .withUsername("postgres")
            .withPassword("postgres")
            .withCommand("postgres", "-c", "max_connections=200");
    postgres.start();
  }

  @Override
  Server postgres() {
    return new Server(
        postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
  }

  @Override
  synchronized String kafkaServers() {
    if (kafka == null) {
      kafka = new KafkaContainer(System.getProperty("lupa.image.kafka", "apache/kafka:4.2.1"));
      kafka.start();
    }
    return kafka.getBootstrapServers();
  }
}
