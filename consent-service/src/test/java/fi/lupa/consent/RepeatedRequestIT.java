package fi.lupa.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** The same request twice, at once or one after the other. */
class RepeatedRequestIT extends ServiceUnderTest {
  @Test
  void theSameKeyAndBodyAnswerTheSameOnce() {
    String person = informedPerson();
    String key = UUID.randomUUID().toString();
    String body =
        Bodies.permit(
            Bodies.identityCode(person), "SOCIAL_TO_HEALTH", "GIVEN", Bodies.HEALTH_TARGETS);

    Answer first = provider().create("/v1/permits", body, key).inForce(201, 1);
    Answer second = provider().create("/v1/permits", body, key).inForce(201, 1);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(rows("select count(*) from permit_version where id = '%s'".formatted(first.id())))
        .containsExactly(List.of("1"));
  }

  @Test
  void aReplayIsTheFirstAnswerEvenAfterLaterChanges() {
    String person = informedPerson();
    String key = UUID.randomUUID().toString();
    String body = Bodies.myPermit("SOCIAL_CARE", "GIVEN");
    Answer first = citizen(person).create("/v1/my/permits", body, key).inForce(201, 1);
    citizen(person).change("/v1/my/permits/" + first.id() + "/withdrawal", 1, null).inForce(200, 2);

    citizen(person).create("/v1/my/permits", body, key).inForce(201, 1);

    assertThat(citizen(person).get("/v1/my/permits").text("/items/0/state")).isEqualTo("WITHDRAWN");
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() {
    String person = informedPerson();
    String key = UUID.randomUUID().toString();
    provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"), key).inForce(201, 1);

    provider()
        .create("/v1/permits", Bodies.socialCare(person, "REFUSED"), key)
        .is(422, "IDEMPOTENCY_KEY_REUSED");
    provider()
        .create("/v1/informings", Bodies.informing(person), key)
        .is(422, "IDEMPOTENCY_KEY_REUSED");

    assertThat(citizen(person).get("/v1/my/permits").text("/items/0/state")).isEqualTo("GIVEN");
  }

  @Test
  void keysBelongToTheirOwner() {
    String person = informedPerson();
    String other = informedPerson();
    String key = UUID.randomUUID().toString();
    provider(NORTH).create("/v1/permits", Bodies.socialCare(person, "GIVEN"), key).inForce(201, 1);

    provider(SOUTH)
        .create("/v1/permits", Bodies.socialCare(person, "REFUSED"), key)
        .inForce(201, 2);
    citizen(person)
        .create("/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", "GIVEN"), key)
        .inForce(201, 3);
    citizen(other)
        .create("/v1/my/permits", Bodies.myPermit("SOCIAL_CARE", "GIVEN"), key)
        .inForce(201, 1);
  }

  @Test
  void aRefusedRequestDoesNotUseUpItsKey() {
    String person = person();
    String key = UUID.randomUUID().toString();
    String body = Bodies.socialCare(person, "GIVEN");
    provider().create("/v1/permits", body, key).is(409, "NOT_INFORMED");
    provider().create("/v1/informings", Bodies.informing(person)).inForce(201, 1);

    provider().create("/v1/permits", body, key).inForce(201, 1);
  }

  @Test
  void aMissingOrMalformedKeyIsRefused() {
    String person = informedPerson();
    String body = Bodies.socialCare(person, "GIVEN");

    provider().send(HttpMethod.POST, "/v1/permits", body).is(400, "IDEMPOTENCY_KEY_MISSING");
    for (String key : List.of("with space", "x".repeat(101), "")) {
      provider().create("/v1/permits", body, key).is(400, "IDEMPOTENCY_KEY_MISSING");
    }
    provider().create("/v1/permits", body, "~".repeat(100)).inForce(201, 1);
  }

  @Test
  void oneKeyAtOnceIsOneAct() {
    String person = informedPerson();
    String key = UUID.randomUUID().toString();
    Set<String> permits = ConcurrentHashMap.newKeySet();

    // A repetition that comes before the first one's push has arrived says so truthfully: 202.
    Together.run(
        12,
        i -> {
          Answer answer = provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"), key);
          assertThat(answer.status()).isIn(201, 202);
          return permits.add(answer.id());
        });

    Answer last = provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"), key);
    last.inForce(201, 1);
    assertThat(permits).containsExactly(last.id());
  }

  @Test
  void ofManyWithdrawalsAtOnceOneWins() {
    String person = informedPerson();
    Answer given = provider().create("/v1/permits", Bodies.socialCare(person, "GIVEN"));

    List<Answer> answers =
        Together.run(
            12,
            i ->
                i % 2 == 0
                    ? provider()
                        .change(
                            "/v1/permits/" + given.id() + "/withdrawal", 1, Bodies.ONLY_RECORDER)
                    : citizen(person)
                        .change("/v1/my/permits/" + given.id() + "/withdrawal", 1, null));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(11);
    assertThat(rows("select version from permit where id = '%s'".formatted(given.id())))
        .containsExactly(List.of("2"));
  }

  @Test
  void ofManyEqualProhibitionsAtOnceOneWins() {
    String person = informedPerson();
    String body = Bodies.myProhibition(controllerOf(person, SOUTH));

    List<Answer> answers =
        Together.run(12, i -> citizen(person).create("/v1/my/prohibitions", body));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(11)
        .allMatch(answer -> answer.text("/code").equals("PROHIBITION_EXISTS"));
  }

  @Test
  void manyFirstAnswersAtOnceAreVersionsOfOnePermit() {
    String person = informedPerson();

    List<Answer> answers =
        Together.run(
            12,
            i ->
                provider()
                    .create(
                        "/v1/permits", Bodies.socialCare(person, i % 2 == 0 ? "GIVEN" : "REFUSED"))
                    .is(201));

    assertThat(answers).extracting(Answer::id).containsOnly(answers.getFirst().id());
    assertThat(answers)
        .extracting(Answer::version)
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
  }
}
