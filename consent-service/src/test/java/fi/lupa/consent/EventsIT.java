package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.testkit.ServiceProperties;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service tells on Kafka. */
class EventsIT extends ServiceUnderTest {
  private KafkaReader kafka;

  @BeforeEach
  void open() {
    kafka = new KafkaReader();
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void informingsAreToldUnderTheClientsKey() {
    String person = informedPerson();
    citizen(person)
        .create("/v1/my/informing", "{\"textVersion\":\"2026-1\",\"language\":\"sv\"}")
        .inForce(201, 2);

    List<KafkaReader.Told> told = told(ref(person) + ":informing", 2);

    assertThat(told.getFirst().data().path("recorder").asString()).isEqualTo(NORTH);
    assertThat(told.getLast().data().has("recorder")).isFalse();
    assertThat(told.getLast().data().path("textVersion").asString()).isEqualTo("2026-1");
  }

  @Test
  void everyVersionOfAPermitIsToldInOrder() {
    String person = informedPerson();
    String client = Bodies.identityCode(person);
    Answer given =
        provider()
            .create(
                "/v1/permits",
                Bodies.permit(client, "SOCIAL_TO_HEALTH", "GIVEN", Bodies.HEALTH_TARGETS));
    citizen(person).change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null);
    provider()
        .create("/v1/permits", Bodies.permit(client, "SOCIAL_TO_HEALTH", "REFUSED", null))
        .inForce(201, 3);

    List<KafkaReader.Told> told = told(given.id(), 3);

    assertThat(told)
        .extracting(event -> event.data().path("state").asString())
        .containsExactly("GIVEN", "WITHDRAWN", "REFUSED");
    assertThat(told)
        .extracting(event -> event.data().path("version").asInt())
        .containsExactly(1, 2, 3);
    assertThat(told.getFirst().data().path("targets")).hasSize(2);
    assertThat(told.get(1).data().path("targets")).isEmpty();
    assertThat(told.getFirst().data().path("client").asString()).isEqualTo(ref(person));
  }

  @Test
  void aProhibitionIsToldWhenItIsSetAndWhenItIsCancelled() {
    String person = informedPerson();
    Answer set =
        citizen(person)
            .create(
                "/v1/my/prohibitions", Bodies.myProhibition(documentOf(person, "1.2.246.10.1.2")));
    provider()
        .change("/v1/prohibitions/" + set.id() + "/cancellation", 1, Bodies.ONLY_RECORDER)
        .inForce(200, 2);

    List<KafkaReader.Told> told = told(set.id(), 2);

    assertThat(told)
        .extracting(event -> event.data().path("state").asString())
        .containsExactly("SET", "CANCELLED");
    assertThat(told.getFirst().data().path("document").asString()).isEqualTo("1.2.246.10.1.2");
  }

  @Test
  void whatAMinorAskedForIsToldWithoutWhy() {
    String child = Children.child();
    String asked =
        """
        {"client":{"identityCode":"%s"},"target":{"type":"ALL"},"reason":"Sanoin sen itse.","decision":"%s",%s"recorder":%s}\
        """;
    Answer accepted =
        provider()
            .create(
                "/v1/guardian-prohibitions",
                asked.formatted(child, "ACCEPTED", "", Bodies.RECORDER));
    provider(SOUTH)
        .change(
            "/v1/guardian-prohibitions/" + accepted.id() + "/cancellation",
            1,
            Bodies.ONLY_RECORDER);
    Answer refused =
        provider()
            .create(
                "/v1/guardian-prohibitions",
                asked.formatted(
                    child, "REFUSED", "\"grounds\":\"Ei painavaa.\",", Bodies.RECORDER));

    List<KafkaReader.Told> told = told(accepted.id(), 2);

    assertThat(told)
        .extracting(event -> event.data().path("state").asString())
        .containsExactly("ACCEPTED", "CANCELLED");
    assertThat(told)
        .extracting(event -> event.data().path("recorder").asString())
        .containsExactly(NORTH, SOUTH);
    assertThat(told(refused.id(), 1).getFirst().data().toString())
        .contains("REFUSED")
        .doesNotContain("Sanoin", "painavaa", child, Bodies.NAME, Bodies.UNIT);
  }

  @Test
  void whatWasRefusedIsNotTold() {
    String person = informedPerson();
    int before = kafka.events().size();
    provider()
        .create(
            "/v1/permits",
            Bodies.permit(Bodies.identityCode(person), "SOCIAL_TO_HEALTH", "GIVEN", null))
        .is(409, "TARGETS_REQUIRED");
    Answer after = provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"));

    told(after.id(), 1);

    assertThat(kafka.events().size()).isGreaterThanOrEqualTo(before);
    assertThat(kafka.events())
        .filteredOn(event -> event.data().path("client").asString().equals(ref(person)))
        .hasSize(2);
  }

  /** Waits for so many events of a key, each a CloudEvent that meets its schema. */
  private List<KafkaReader.Told> told(String key, int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> kafka.withKey(key).size() >= count);
    List<KafkaReader.Told> told = kafka.withKey(key);
    assertThat(told).hasSize(count);
    for (KafkaReader.Told event : told) {
      assertThat(event.headers())
          .containsKeys("ce_id", "ce_time", "ce_dataschema")
          .containsEntry("ce_source", "/consent-service")
          .containsEntry("ce_specversion", "1.0");
      assertThat(EventSchemas.violations(event.type(), event.data())).isEmpty();
    }
    return told;
  }

  private static String ref(String person) {
    return new ClientRefs(Base64.getDecoder().decode(ServiceProperties.CLIENT_REF_KEY))
        .of(new IdentityCode(person))
        .toString();
  }
}
