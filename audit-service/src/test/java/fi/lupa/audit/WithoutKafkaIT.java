package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.testkit.ServiceProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * Kafka is away from the start on: the log is read all the same and says that it promises nothing.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
@DirtiesContext
class WithoutKafkaIT {
  @Autowired WebTestClient http;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    ServiceProperties.register(registry, "audit");
    registry.add("LUPA_KAFKA", () -> "localhost:1");
  }

  @Test
  void theServiceIsReadyAndTellsHowFarItReaches() {
    http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();

    JsonNode page = new AuditService(http).log(AuditService.person());

    assertThat(page.get("items")).isEmpty();
    assertThat(page.at("/coverage/completeUpTo").isNull()).isTrue();
    assertThat(page.at("/coverage/sources")).hasSize(3);
  }
}
