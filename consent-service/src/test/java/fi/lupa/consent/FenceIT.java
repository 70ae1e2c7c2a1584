package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whether a change is told to be in force only when the disclosure-service has it. */
class FenceIT extends ServiceUnderTest {
  @Test
  void aChangeIsPushedBeforeItIsAnswered() {
    String person = informedPerson();

    Answer set =
        citizen(person)
            .create("/v1/my/prohibitions", Bodies.myProhibition(Bodies.task("FAMILIES")))
            .inForce(201, 1);

    JsonNode pushed =
        DISCLOSURE.pushed().stream()
            .filter(envelope -> envelope.at("/data/id").asString().equals(set.id()))
            .findFirst()
            .orElseThrow();
    assertThat(pushed.path("type").asString()).isEqualTo("fi.lupa.consent.prohibition-changed.v1");
    assertThat(pushed.path("source").asString()).isEqualTo("/consent-service");
    assertThat(pushed.path("key").asString()).isEqualTo(set.id());
    assertThat(pushed.at("/data/version").asLong()).isEqualTo(1);
  }

  @Test
  void withoutTheDisclosureServiceTheChangeIsStoredAndNotYetInForce() {
    String person = informedPerson();
    DISCLOSURE.goAway();

    Answer given =
        citizen(person).create("/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", "GIVEN"));

    pending(given, "/v1/my/permits/" + given.id() + "/effect?version=1");
    assertThat(effective(citizen(person), given)).isFalse();
    DISCLOSURE.comeBack();
    assertThat(effective(citizen(person), given)).isFalse();
    DISCLOSURE.arrives("permit", given.id(), 1);
    assertThat(effective(citizen(person), given)).isTrue();
  }

  @Test
  void everyActOfAProviderSaysWhereToFollowIt() {
    String person = person();
    DISCLOSURE.goAway();

    Answer informing = provider().create("/v1/informings", Bodies.informing(person));
    Answer permit = provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"));
    Answer withdrawn =
        provider().change("/v1/permits/" + permit.id() + "/withdrawal", 1, Bodies.ONLY_RECORDER);
    Answer prohibition =
        provider()
            .create(
                "/v1/prohibitions",
                Bodies.prohibition(Bodies.identityCode(person), Bodies.task("FAMILIES")));
    Answer cancelled =
        provider()
            .change(
                "/v1/prohibitions/" + prohibition.id() + "/cancellation", 1, Bodies.ONLY_RECORDER);

    pending(informing, "/v1/informings/" + informing.id() + "/effect?version=1");
    pending(permit, "/v1/permits/" + permit.id() + "/effect?version=1");
    pending(withdrawn, "/v1/permits/" + permit.id() + "/effect?version=2");
    pending(prohibition, "/v1/prohibitions/" + prohibition.id() + "/effect?version=1");
    pending(cancelled, "/v1/prohibitions/" + prohibition.id() + "/effect?version=2");
  }

  @Test
  void everyActOfACitizenSaysWhereToFollowIt() {
    String person = person();
    DISCLOSURE.goAway();
    Api me = citizen(person);

    Answer informing =
        me.create("/v1/my/informing", "{\"textVersion\":\"2024-1\",\"language\":\"fi\"}");
    Answer prohibition =
        me.create("/v1/my/prohibitions", Bodies.myProhibition(Bodies.task("DISABILITY")));
    Answer cancelled =
        me.change("/v1/my/prohibitions/" + prohibition.id() + "/cancellation", 1, null);

    pending(informing, "/v1/my/informing/effect?version=1");
    pending(prohibition, "/v1/my/prohibitions/" + prohibition.id() + "/effect?version=1");
    pending(cancelled, "/v1/my/prohibitions/" + prohibition.id() + "/effect?version=2");
    assertThat(effective(me, informing)).isFalse();
    assertThat(effective(me, cancelled)).isFalse();
  }

  @Test
  void aHangingDisclosureServiceIsNotWaitedForLong() {
    String person = informedPerson();
    DISCLOSURE.hang();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN")).is(202).version()
                == 1);
  }

  @Test
  void aRepeatedRequestTellsWhatIsTrueNow() {
    String person = informedPerson();
    String key = UUID.randomUUID().toString();
    String body = Bodies.socialCare(person, "GIVEN");
    DISCLOSURE.goAway();
    Answer first = provider().create("/v1/permits", body, key).is(202);
    provider().create("/v1/permits", body, key).is(202);
    DISCLOSURE.comeBack();
    provider().create("/v1/permits", body, key).is(202);

    DISCLOSURE.arrives("permit", first.id(), 1);

    provider().create("/v1/permits", body, key).inForce(201, 1);
  }

  @Test
  void aNewerVersionInForceMeansTheOlderIsToo() {
    String person = informedPerson();
    Answer given = provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"));
    provider().create("/v1/permits", Bodies.socialCare(person, "REFUSED")).inForce(201, 2);
    String effect = "/v1/permits/" + given.id() + "/effect?version=";

    assertThat(provider().get(effect + 1).body().path("effective").asBoolean()).isTrue();
    assertThat(provider().get(effect + 2).body().path("effective").asBoolean()).isTrue();
    provider().get(effect + 3).is(404, "NOT_FOUND");
  }

  private static void pending(Answer answer, String url) {
    answer.is(202);
    assertThat(answer.body().path("effective").asBoolean(true)).isFalse();
    assertThat(answer.text("/effectUrl")).isEqualTo(url);
  }

  private static boolean effective(Api api, Answer answer) {
    return api.get(answer.text("/effectUrl")).is(200).body().path("effective").asBoolean();
  }
}
