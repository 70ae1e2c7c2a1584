package fi.lupa.audit;

import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The whole service on a real PostgreSQL and a real Kafka; one for all tests that need nothing of
 * their own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
public abstract class AuditIT {
  static SourceTopics topics;

  @Autowired WebTestClient http;
  AuditService service;

  /** Empty topics, an empty database and a consumer group of its own. */
  static Backends.Database register(DynamicPropertyRegistry registry) {
    SourceTopics.reset();
    registry.add("spring.kafka.consumer.group-id", () -> "audit-" + UUID.randomUUID());
    return ServiceProperties.register(registry, "audit");
  }

  @BeforeAll
  static void open() {
    topics = new SourceTopics();
  }

  @AfterAll
  static void close() {
    topics.close();
  }

  @BeforeEach
  void service() {
    service = new AuditService(http);
  }
}
