package fi.lupa.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers from container images, by Testcontainers. */
final class ContainerBackends extends Backends {
  private static final int BEHIND_PROXY = 19092;

  private final PostgreSQLContainer postgres;
  private KafkaContainer kafka;
  private TcpProxy proxy;

  ContainerBackends() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "lupa.backends=containers needs a running Docker, and there is none here.");
    }
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
      start();
    }
    return kafka.getBootstrapServers();
  }

  @Override
  synchronized TcpProxy kafkaProxy() {
    kafkaServers();
    return proxy;
  }

  /** The listener behind the proxy must be advertised before its own port is known. */
  private void start() {
    proxy = TcpProxy.to(() -> new Server(kafka.getHost(), kafka.getMappedPort(BEHIND_PROXY)));
    kafka =
        new KafkaContainer(System.getProperty("lupa.image.kafka", "apache/kafka:4.2.1"))
            .withListener("lupa-kafka:" + BEHIND_PROXY, () -> "localhost:" + proxy.port());
    kafka.addExposedPort(BEHIND_PROXY);
    kafka.start();
  }
}
