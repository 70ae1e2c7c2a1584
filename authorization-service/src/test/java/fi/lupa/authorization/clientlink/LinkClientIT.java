package fi.lupa.authorization.clientlink;

import static fi.lupa.authorization.clientlink.Links.temporaryId;
import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.registration;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Events.Told;
import fi.lupa.authorization.support.Persons;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinkClientIT extends AuthorizationIT {
  private final String identityCode = Persons.newIdentityCode();
  private Links links;
  private String organiser;
  private String temporaryId;

  @BeforeEach
  void organiser() {
    links = new Links(calls);
    organiser = calls.registered();
    temporaryId = temporaryId(organiser);
  }

  @Test
  void whatIsLinkedIsInForceWhenItIsAnsweredAndSaysNothingOfWhom() {
    Answer answer = links.link(organiser, temporaryId, identityCode);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("effective").asBoolean()).isTrue();
    assertThat(answer.text("state")).isEqualTo("LINKED");
    assertThat(answer.headers().getETag()).isEqualTo("\"1\"");
    assertThat(answer.body().toString()).doesNotContain(identityCode, temporaryId);
    JsonNode data = DISCLOSURE.pushed(answer.text("id")).getLast().path("data");
    assertThat(data.path("state").asString()).isEqualTo("LINKED");
    assertThat(data.path("client")).isNotEqualTo(data.path("former"));

    Answer read = calls.get(answer.headers().getFirst("Location"), organiser);
    assertThat(read.text("linkedAt")).startsWith(TODAY);
    assertThat(read.text("id")).isEqualTo(answer.text("id"));
  }

  @Test
  void theSameLinkAgainIsTheSameAnswerAgain() {
    String key = newKey();
    Answer first = links.link(organiser, temporaryId, identityCode, key);
    Answer sameKey = links.link(organiser, temporaryId, identityCode, key);
    Answer otherKey = links.link(organiser, temporaryId, identityCode);
    assertThat(List.of(sameKey, otherKey))
        .allSatisfy(again -> {
          assertThat(again.status()).isEqualTo(201);
          assertThat(again.body()).isEqualTo(first.body());
        });
    assertThat(DISCLOSURE.pushed(first.text("id"))).hasSize(1);
  }

  @Test
  void anIdentifierIsOnePersons() {
    String id = links.link(organiser, temporaryId, identityCode).text("id");
    Answer second = links.link(organiser, temporaryId, Persons.newIdentityCode());
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("TEMPORARY_ID_LINKED");
    assertThat(second.body().toString()).doesNotContain(identityCode, id);
    assertThat(DISCLOSURE.pushed(id)).hasSize(1);
  }

  @Test
  void ofLinksAtTheSameMomentOneIsMade() {
    List<Answer> answers =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> links.link(organiser, temporaryId, Persons.newIdentityCode()))
            .toList();
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(5);
  }

  @Test
  void theSameLinkAtTheSameMomentIsOneLink() {
    List<Answer> answers =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> links.link(organiser, temporaryId, identityCode))
            .toList();
    assertThat(answers)
        .extracting(Answer::status)
        .allMatch(status -> status == 201 || status == 202);
    assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    assertThat(answers).allMatch(answer -> answer.body().path("version").asInt() == 1);
  }

  @Test
  void aPersonMayHaveHadSeveralIdentifiersFromSeveralOrganisations() {
    String other = calls.registered();
    assertThat(
            Stream.of(
                    links.link(organiser, temporaryId, identityCode),
                    links.link(organiser, temporaryId(organiser), identityCode),
                    links.link(other, temporaryId(other), identityCode))
                .map(answer -> answer.status() + answer.text("id"))
                .distinct())
        .hasSize(3)
        .allMatch(answer -> answer.startsWith("201"));
  }

  @Test
  void onlyTheOrganisationThatGaveItLinksIt() {
    String other = calls.registered();
    Answer answer = links.link(other, temporaryId, identityCode);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("TEMPORARY_ID_NOT_YOURS");
    links.link(organiser, temporaryId, identityCode);
    assertThat(links.link(other, temporaryId, identityCode).code())
        .isEqualTo("TEMPORARY_ID_NOT_YOURS");
  }

  @Test
  void onlyOneThatHasJoinedLinks() {
    String unknown = newOid();
    assertThat(links.link(unknown, temporaryId(unknown), identityCode).code())
        .isEqualTo("ORGANISER_NOT_READY");
    String suspended = calls.registered(with(registration(newOid()), "status", "SUSPENDED"));
    assertThat(links.link(suspended, temporaryId(suspended), identityCode).code())
        .isEqualTo("ORGANISER_NOT_READY");
  }

  @Test
  void aWrongLinkIsCancelledAndTheIdentifierLinkedToTheRightPerson() {
    String id = links.link(organiser, temporaryId, identityCode).text("id");
    Answer cancelled = links.cancel(organiser, id, "\"1\"");
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.body().path("effective").asBoolean()).isTrue();
    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("cancelledAt")).startsWith(TODAY);

    Answer right = links.link(organiser, temporaryId, Persons.newIdentityCode());
    assertThat(right.status()).isEqualTo(201);
    assertThat(right.text("id")).isEqualTo(id);
    assertThat(right.body().path("version").asInt()).isEqualTo(3);
    assertThat(right.body().has("cancelledAt")).isFalse();

    List<Told> told = Events.await(id, 3);
    assertThat(told).allSatisfy(event -> assertThat(event.violations()).isEmpty());
    assertThat(told)
        .extracting(event -> event.data().path("state").asString())
        .containsExactly("LINKED", "CANCELLED", "LINKED");
    assertThat(told.get(1).data().path("client")).isEqualTo(told.get(0).data().path("client"));
    assertThat(told.get(2).data().path("client")).isNotEqualTo(told.get(0).data().path("client"));
    assertThat(told)
        .extracting(event -> event.data().path("former"))
        .containsOnly(told.get(0).data().path("former"));
  }

  @Test
  void aCancellationIsRefusedTwiceWithoutItsVersionAndToOthers() {
    String id = links.link(organiser, temporaryId, identityCode).text("id");
    String other = calls.registered();
    assertThat(links.cancel(other, id, "\"1\"").status()).isEqualTo(404);
    assertThat(calls.get("/v1/client-links/" + id, other).status()).isEqualTo(404);
    assertThat(calls.get("/v1/client-links/" + id + "/effect?version=1", other).status())
        .isEqualTo(404);
    assertThat(calls.post("/v1/client-links/" + id + "/cancellation", organiser, null).status())
        .isEqualTo(428);
    assertThat(links.cancel(organiser, id, "\"2\"").status()).isEqualTo(412);
    assertThat(links.cancel(organiser, id, "\"1\"").status()).isEqualTo(200);
    assertThat(links.cancel(organiser, id, "\"1\"").status()).isEqualTo(412);
    assertThat(links.cancel(organiser, id, "\"2\"").code()).isEqualTo("LINK_ALREADY_CANCELLED");
  }

  @Test
  void whileTheDisclosureServiceIsAwayItIsLinkedButNotInForce() {
    DISCLOSURE.leave();
    Answer answer = links.link(organiser, temporaryId, identityCode);
    assertThat(answer.status()).isEqualTo(202);
    String effectUrl = answer.text("effectUrl");
    assertThat(effectUrl).isEqualTo("/v1/client-links/" + answer.text("id") + "/effect?version=1");
    assertThat(links.link(organiser, temporaryId, identityCode).status()).isEqualTo(202);
    DISCLOSURE.comeBack();
    DISCLOSURE.learn(answer.text("id"), 1);
    assertThat(calls.get(effectUrl, organiser).body().path("effective").asBoolean()).isTrue();
    assertThat(links.link(organiser, temporaryId, identityCode).status()).isEqualTo(201);
  }

  @Test
  void badInputIsRefusedWithItsPlace() {
    Answer answer =
        calls.post(
            "/v1/client-links",
            organiser,
            body("temporaryId", identityCode, "identityCode", temporaryId),
            "Idempotency-Key",
            newKey());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("violations").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/temporaryId", "/identityCode");
    assertThat(answer.body().toString()).doesNotContain(identityCode, temporaryId);
    assertThat(
            calls
                .post(
                    "/v1/client-links",
                    organiser,
                    body("temporaryId", temporaryId, "identityCode", identityCode))
                .code())
        .isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void theHistoryNamesWhoAndIsNeverRewritten() throws Exception {
    String id = links.link(organiser, temporaryId, identityCode).text("id");
    links.cancel(organiser, id, "\"1\"");
    assertThat(
            sql()
                .column(
                    "select v.state || v.changed_by_organisation from client_link_version v join client_link l"
                        + " using (former_ref) where l.id = '"
                        + id
                        + "' order by v.version"))
        .containsExactly("LINKED" + organiser, "CANCELLED" + organiser);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> sql().run("delete from client_link_version"))
        .hasMessageContaining("only ever added to");
  }
}
