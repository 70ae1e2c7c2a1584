package fi.lupa.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** PostgreSQL 18 from its binaries and a KRaft broker in this JVM. */
final class EmbeddedBackends extends Backends {
  private final EmbeddedPostgres postgres;
  private EmbeddedKafkaBroker kafka;
  private TcpProxy proxy;

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
      start();
    }
    return kafka.getBrokersAsString();
  }

  @Override
  synchronized TcpProxy kafkaProxy() {
    kafkaServers();
    return proxy;
  }

  /** A broker tells its clients where to go on: so the proxy needs a listener of its own. */
  private void start() {
    int behindProxy = freePort();
    proxy = TcpProxy.to("localhost", behindProxy);
    kafka =
        new EmbeddedKafkaKraftBroker(1, 6)
            // by default it sets spring.kafka.bootstrap-servers, past whatever LUPA_KAFKA says
            .brokerListProperty("lupa.test.kafka")
            .brokerProperties(
                Map.of(
                    "listeners",
                    "EXTERNAL://localhost:0,PROXIED://localhost:%d,CONTROLLER://localhost:0"
                        .formatted(behindProxy),
                    "advertised.listeners",
                    "EXTERNAL://localhost:0,PROXIED://localhost:" + proxy.port(),
                    "listener.security.protocol.map",
                    "EXTERNAL:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT",
                    "group.initial.rebalance.delay.ms",
                    "0",
                    "offsets.topic.num.partitions",
                    "4",
                    "auto.create.topics.enable",
                    "false"));
    kafka.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::destroy));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
