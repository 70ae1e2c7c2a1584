package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where checkpoints were put outside is on record. */
class AnchorIT extends SharedIT {
  private static final String ANCHORS = "/v1/log/anchors";

  private final Sql sql = new Sql(database);

  @Test
  void anAnchorIsRecordedOnceAndTheNewestTellsHowOldTheProofIs() throws SQLException {
    long size = signed();
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);

    JsonNode first =
        AuditService.json(service.operate(body(size, "Arkisto, hylly 4", at), ANCHORS));

    assertThat(first.get("size").asLong()).isEqualTo(size);
    assertThat(first.get("recordedBy").asString()).isNotBlank();
    assertThat(Instant.parse(first.get("anchoredAt").asString())).isEqualTo(at);
    assertThat(
            AuditService.json(
                service.operate(body(size, "Arkisto, hylly 4", Instant.now()), ANCHORS)))
        .isEqualTo(first);
    AuditService.json(service.operate(body(size, "elsewhere", at), ANCHORS));
    JsonNode page = AuditService.json(service.operate(ANCHORS + "?limit=1"));
    JsonNode rest =
        AuditService.json(service.operate(ANCHORS + "?cursor={next}", page.get("next").asString()));
    assertThat(page.get("items").valueStream().map(one -> one.get("place").asString()))
        .containsExactly("elsewhere");
    assertThat(rest.get("items").valueStream().map(one -> one.get("place").asString()))
        .contains("Arkisto, hylly 4");
    await()
        .untilAsserted(() ->
            assertThat(open("/actuator/prometheus"))
                .containsPattern("lupa_log_anchor_age_days(\\{[^}]*})? [0-9.]+(E-[0-9]+)?\\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"size\":%d,\"place\":\"x\",\"anchoredAt\":\"2020-01-01T00:00:00Z\"}",
        "{\"size\":%d,\"place\":\"x\",\"anchoredAt\":\"2100-01-01T00:00:00Z\"}",
        "{\"size\":999999999%d,\"place\":\"x\",\"anchoredAt\":\"2026-11-22T00:00:00Z\"}",
        "{\"size\":%d,\"place\":\" x\",\"anchoredAt\":\"2026-11-22T00:00:00Z\"}",
        "{\"size\":%d,\"place\":\"a\\u0000b\",\"anchoredAt\":\"2026-11-22T00:00:00Z\"}",
        "{\"size\":%d,\"place\":\"\",\"anchoredAt\":\"2026-11-22T00:00:00Z\"}",
      })
  void whatCannotBeTrueIsRefused(String body) throws SQLException {
    service
        .operate(json(body.formatted(signed())), ANCHORS)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("REQUEST_INVALID");
  }

  @Test
  void onlyTheOperatorRecordsAndReads() {
    String supervisor = TestIssuer.shared().token(Events.COUNTY.value(), "log.supervise");
    service.post(supervisor, body(1, "x", Instant.now()), ANCHORS).expectStatus().isForbidden();
    service.get(supervisor, "en", ANCHORS).expectStatus().isForbidden();
  }

  /** The size of a checkpoint that there is. */
  private long signed() throws SQLException {
    topics.send(Events.read(AuditService.person().ref(), 1), Instant.parse("2026-11-22T12:00:00Z"));
    await().until(() -> sql.number("select count(*) from log_checkpoint") > 0);
    return sql.number("select max(size) from log_checkpoint");
  }

  private String open(String path) {
    return new String(
        http.get().uri(path).exchange().expectBody().returnResult().getResponseBodyContent(),
        StandardCharsets.UTF_8);
  }

  private static JsonNode body(long size, String place, Instant at) {
    return json("{\"size\":%d,\"place\":\"%s\",\"anchoredAt\":\"%s\"}".formatted(size, place, at));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
