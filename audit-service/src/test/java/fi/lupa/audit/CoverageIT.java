package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** A log from its first moment on: each test goes on where the one before ended. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CoverageIT extends SharedIT {
  private static final Instant EARLY = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-22T11:00:00.123456Z");

  private final Person person = AuditService.person();

  @Test
  @Order(1)
  void aLogThatHasHeardNothingPromisesNothing() {
    JsonNode coverage = coverage();

    assertThat(Instant.parse(coverage.get("from").asString())).isBefore(Instant.now());
    assertThat(Instant.parse(coverage.get("to").asString()))
        .isAfter(Instant.parse(coverage.get("from").asString()));
    assertThat(coverage.get("completeUpTo").isNull()).isTrue();
    assertThat(coverage.get("gaps")).isEmpty();
    assertThat(coverage.get("sources"))
        .extracting(source -> source.get("source").asString())
        .containsExactly("AUTHORIZATION", "CONSENT", "DISCLOSURE");
  }

  @Test
  @Order(2)
  void oneSilentPartitionKeepsItsSourceUnknown() {
    for (String topic : new String[] {Topics.AUTHORIZATION, Topics.CONSENT, Topics.DISCLOSURE}) {
      for (int partition = 0; partition < SourceTopics.PARTITIONS; partition++) {
        if (!topic.equals(Topics.DISCLOSURE) || partition != 3) {
          topics.mark(topic, partition, LATE);
        }
      }
    }

    await().untilAsserted(() -> assertThat(source(0)).isEqualTo(LATE.toString()));
    await().untilAsserted(() -> assertThat(source(1)).isEqualTo(LATE.toString()));
    assertThat(source(2)).isNull();
    assertThat(coverage().get("completeUpTo").isNull()).isTrue();
  }

  @Test
  @Order(3)
  void aPartitionThatLagsHoldsTheWholeLogBack() {
    topics.mark(Topics.DISCLOSURE, 3, EARLY);

    await().untilAsserted(() -> assertThat(completeUpTo()).isEqualTo(EARLY.toString()));
    assertThat(source(0)).isEqualTo(LATE.toString());
    assertThat(source(2)).isEqualTo(EARLY.toString());

    topics.mark(Topics.DISCLOSURE, 3, LATE.plusSeconds(5));
    await().untilAsserted(() -> assertThat(completeUpTo()).isEqualTo(LATE.toString()));
  }

  @Test
  @Order(4)
  void aPromiseIsNeverTakenBack() {
    topics.markAll(EARLY);
    UUID after = topics.send(Events.read(person.ref(), 1), LATE);

    await().until(() -> service.ids(service.log(person)).contains(after));
    await()
        .during(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(completeUpTo()).isEqualTo(LATE.toString()));
  }

  @Test
  @Order(5)
  void whatIsPromisedIsThere() {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    for (int i = 0; i < 300; i++) {
      topics.send(Events.read(person.ref(), 1), now.minusMillis(300 - i));
    }
    topics.markAll(now);

    JsonNode[] page = new JsonNode[1];
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> {
          page[0] = service.log(person);
          return now.toString().equals(page[0].at("/coverage/completeUpTo").asString(null));
        });
    assertThat(page[0].get("items")).as("the very first answer that promises").hasSize(200);
    assertThat(page[0].at("/items/0/time").asString()).isEqualTo(now.minusMillis(1).toString());
  }

  @Test
  @Order(6)
  void whatCouldNotBeReadIsAGap() {
    Instant before = Instant.now().minusSeconds(1);
    for (int i = 0; i < 3; i++) {
      topics.raw(
          Topics.CONSENT, i, "k", Map.of("ce_type", "odd"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    await().untilAsserted(() -> assertThat(coverage().at("/gaps/0/count").asInt()).isEqualTo(3));
    JsonNode gap = coverage().at("/gaps/0");
    assertThat(coverage().get("gaps")).hasSize(1);
    assertThat(gap.get("source").asString()).isEqualTo("CONSENT");
    assertThat(Instant.parse(gap.get("from").asString())).isBetween(before, Instant.now());
    assertThat(Instant.parse(gap.get("to").asString())).isBetween(before, Instant.now());
  }

  private JsonNode coverage() {
    return service.log(person).get("coverage");
  }

  private String completeUpTo() {
    return coverage().get("completeUpTo").asString(null);
  }

  private String source(int index) {
    return coverage().get("sources").get(index).get("completeUpTo").asString(null);
  }
}
