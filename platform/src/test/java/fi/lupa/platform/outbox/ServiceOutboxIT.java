package fi.lupa.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.platform.app.PlatformTest;
import fi.lupa.testkit.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** The outbox as a service gets it, from its configuration alone. */
class ServiceOutboxIT extends PlatformTest {
  private static final String TOPIC = "platform.test.events";

  @Test
  void anEventGoesOutWithTheTraceOfTheRequestThatCausedIt() throws Exception {
    JsonNode envelope =
        web.post()
            .uri("/v1/notes/told")
            .header(HttpHeaders.AUTHORIZATION, bearer("notes.write"))
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    UUID id = UUID.fromString(envelope.get("id").asString());
    try (Reader reader = new Reader(TOPIC)) {
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> reader.events().stream().anyMatch(event -> event.id().equals(id)));
      Reader.Received event =
          reader.events().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
      assertThat(event.header("traceparent"))
          .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01");
      assertThat(event.header("ce_source")).isEqualTo("/platform-test");
      assertThat(event.data()).hasToString(envelope.get("data").toString());
    }
  }

  @Test
  void theTopicIsMadeAsTheSettingsSay() throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.kafka()))) {
      assertThat(admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions())
          .hasSize(6);
      Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
      assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
      assertThat(config.get("min.compaction.lag.ms").value())
          .isEqualTo(String.valueOf(Duration.ofDays(30).toMillis()));
    }
  }
}
