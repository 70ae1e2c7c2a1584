package fi.lupa.authorization.usageright.batch;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.with;
import static fi.lupa.authorization.usageright.batch.Batches.amend;
import static fi.lupa.authorization.usageright.batch.Batches.end;
import static fi.lupa.authorization.usageright.batch.Batches.grant;
import static fi.lupa.authorization.usageright.batch.Batches.ref;
import static fi.lupa.authorization.usageright.batch.Batches.text;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Events;
import fi.lupa.authorization.support.Persons;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A batch from its upload to the answers to its lines. */
class BatchIT extends AuthorizationIT {
  private static final ObjectNode TERMS = body("start", TODAY, "end", "2027-12-31");

  private Batches batches;
  private String organiser;
  private String producer;

  @BeforeEach
  void parties() {
    batches = new Batches(http(), calls);
    organiser = calls.registered();
    producer = calls.registered();
  }

  private ObjectNode anyGrant() {
    return Calls.grant(Persons.newIdentityCode(), producer);
  }

  private String granted() {
    return calls.grant(organiser, anyGrant()).text("id");
  }

  @Test
  void grantsAmendmentsAndEndsAreDoneAndAnswered() {
    String amended = granted();
    String ended = granted();
    Answer received =
        batches.send(
            organiser,
            text(
                List.of(
                    ref("A-1", grant(anyGrant())),
                    ref("A-2", amend(amended, 1, TERMS)),
                    end(ended, 1))));
    assertThat(received.status()).isEqualTo(202);
    String id = received.text("id");
    assertThat(received.headers().getLocation()).hasToString(Batches.PATH + "/" + id);
    assertThat(received.text("state")).isEqualTo("RECEIVED");
    assertThat(received.body().path("total").asInt()).isEqualTo(3);

    JsonNode over = batches.over(organiser, id);
    assertThat(over.path("state").asString()).isEqualTo("DONE");
    assertThat(over.path("done").asInt()).isEqualTo(3);
    assertThat(over.path("left").asInt()).isZero();
    Awaitility.await().until(() -> batches.read(organiser, id).path("effective").asBoolean());

    List<JsonNode> lines = batches.lines(organiser, id);
    assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 3);
    assertThat(lines)
        .extracting(line -> line.path("ref").asString("none"))
        .containsExactly("A-1", "A-2", "none");
    assertThat(lines).extracting(Batches::outcome).containsOnly("DONE");
    assertThat(lines).allSatisfy(line -> assertThat(line.path("effective").asBoolean()).isTrue());
    assertThat(lines).extracting(line -> line.path("version").asInt()).containsExactly(1, 2, 2);
    assertThat(read(lines.getFirst().path("id").asString()).path("state").asString())
        .isEqualTo("IN_FORCE");
    assertThat(read(amended).path("end").asString()).isEqualTo("2027-12-31");
    assertThat(read(ended).path("endReason").asString()).isEqualTo("CONTRACT_ENDED");
    assertThat(DISCLOSURE.pushed(ended)).hasSize(2);
    assertThat(Events.await(amended, 2).getLast().data().path("change").asString())
        .isEqualTo("AMENDED");
  }

  private JsonNode read(String right) {
    return calls.get("/v1/usage-rights/" + right, organiser).body();
  }

  @Test
  void whoSentTheBatchIsInTheHistory() {
    String right =
        batches.done(organiser, List.of(grant(anyGrant()))).getFirst().path("id").asString();
    JsonNode by =
        calls
            .get("/v1/usage-rights/" + right + "/versions", organiser)
            .body()
            .at("/items/0/changedBy");
    JsonNode alone =
        calls
            .get("/v1/usage-rights/" + granted() + "/versions", organiser)
            .body()
            .at("/items/0/changedBy");
    assertThat(by).isEqualTo(alone);
    assertThat(by.path("organisation").asString()).isEqualTo(organiser);
  }

  @Test
  void aLineThatIsRefusedOrInvalidStopsNoOther() {
    String right = granted();
    ObjectNode overlapping = anyGrant();
    calls.grant(organiser, overlapping);
    List<?> lines =
        List.of(
            grant(anyGrant()),
            "{\"grant\":",
            ref("B-1", grant(with(anyGrant(), "start", "tomorrow"))),
            grant(overlapping),
            grant(with(anyGrant(), "end", "2026-01-01")),
            grant(Calls.grant(Persons.newIdentityCode(), newOid())),
            end(right, 7),
            end("019a0b7e-5c1d-7a55-9d3e-0f6c2b1a4e77", 1),
            body("ref", "B-2"),
            grant(anyGrant()));
    List<JsonNode> answers = batches.done(organiser, lines);
    assertThat(answers)
        .extracting(Batches::outcome)
        .containsExactly(
            "DONE",
            "REQUEST_INVALID",
            "REQUEST_INVALID",
            "RIGHT_OVERLAPS",
            "END_BEFORE_START",
            "PRODUCER_NOT_READY",
            "VERSION_CONFLICT",
            "NOT_FOUND",
            "REQUEST_INVALID",
            "DONE");
    assertThat(answers.get(2).path("ref").asString()).isEqualTo("B-1");
    assertThat(answers.get(2).at("/violations/0/pointer").asString()).isEqualTo("/grant/start");
    assertThat(answers.get(8).path("ref").asString()).isEqualTo("B-2");
    assertThat(read(right).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void linesAboutTheSameClientOrRightAreDoneInTheirOrder() {
    ObjectNode client = anyGrant();
    String right = calls.grant(organiser, client).text("id");
    List<JsonNode> answers =
        batches.done(
            organiser,
            List.of(
                grant(client),
                amend(right, 1, TERMS),
                end(right, 2),
                grant(client),
                end(right, 3),
                grant(client)));
    assertThat(answers)
        .extracting(Batches::outcome)
        .containsExactly(
            "RIGHT_OVERLAPS", "DONE", "DONE", "DONE", "RIGHT_ALREADY_ENDED", "RIGHT_OVERLAPS");
  }

  @Test
  void anAmendmentThatOverlapsIsRefusedAlone() {
    ObjectNode client = with(anyGrant(), "end", "2026-12-31");
    String early = calls.grant(organiser, client).text("id");
    calls.grant(organiser, with(with(client, "start", "2027-01-01"), "end", "2027-12-31"));
    String other = granted();
    assertThat(
            batches.done(
                organiser,
                List.of(
                    amend(other, 1, TERMS),
                    amend(early, 1, TERMS),
                    amend(granted(), 1, TERMS),
                    grant(anyGrant()))))
        .extracting(Batches::outcome)
        .containsExactly("DONE", "RIGHT_OVERLAPS", "DONE", "DONE");
    assertThat(read(other).path("version").asInt()).isEqualTo(2);
    assertThat(read(early).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void theRightsOfAnotherOrganiserAreNotFound() {
    String right = granted();
    assertThat(batches.done(calls.registered(), List.of(end(right, 1))))
        .extracting(Batches::outcome)
        .containsExactly("NOT_FOUND");
  }

  @Test
  void onlyTheSenderFindsTheBatch() {
    String id = batches.sent(organiser, List.of(grant(anyGrant())));
    for (String other : List.of(producer, calls.registered())) {
      String path = Batches.PATH + "/" + id;
      assertThat(calls.get(path, other).status()).isEqualTo(404);
      assertThat(calls.get(path + "/lines", other).status()).isEqualTo(404);
      assertThat(calls.post(path + "/cancellation", other, null).status()).isEqualTo(404);
    }
  }

  @Test
  void theSameKeyAndBytesAreTheSameBatch() throws Exception {
    String key = newKey();
    String text = text(List.of(grant(anyGrant())));
    List<Answer> answers =
        IntStream.range(0, 3).parallel().mapToObj(i -> batches.send(organiser, text, key)).toList();
    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    assertThat(batches.send(organiser, text, key).body()).isEqualTo(answers.getFirst().body());
    batches.over(organiser, answers.getFirst().text("id"));
    assertThat(count("usage_right where organiser")).isEqualTo(1);
    assertThat(count("usage_right_batch where organiser")).isEqualTo(1);

    Answer other = batches.send(organiser, text + "\n", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(count("usage_right_batch where organiser")).isEqualTo(1);
  }

  private long count(String what) throws Exception {
    return sql().count("select count(*) from " + what + " = '" + organiser + "'");
  }

  @Test
  void whatTheLinesAskedForIsForgottenWhenTheyAreDone() throws Exception {
    String id = batches.sent(organiser, List.of(grant(anyGrant()), "rubbish"));
    batches.over(organiser, id);
    assertThat(
            sql()
                .count(
                    "select count(*) from usage_right_batch_line where command is not null and batch = '"
                        + id
                        + "'"))
        .isZero();
  }

  @Test
  void whileTheDisclosureServiceIsAwayItIsDoneButNotInForce() {
    DISCLOSURE.leave();
    String id = batches.sent(organiser, List.of(grant(anyGrant()), grant(anyGrant())));
    assertThat(batches.over(organiser, id).path("effective").asBoolean()).isFalse();
    List<JsonNode> lines = batches.lines(organiser, id);
    assertThat(lines)
        .allSatisfy(line -> {
          assertThat(line.path("effective").asBoolean()).isFalse();
          assertThat(line.path("effectUrl").asString())
              .isEqualTo("/v1/usage-rights/" + line.path("id").asString() + "/effect?version=1");
        });
    DISCLOSURE.comeBack();
    lines.forEach(line -> DISCLOSURE.learn(line.path("id").asString(), 1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> batches.read(organiser, id).path("effective").asBoolean());
    assertThat(batches.lines(organiser, id))
        .allSatisfy(line -> assertThat(line.has("effectUrl")).isFalse());
  }

  @Test
  void answersComeInPagesOrAllAtOnce() {
    List<ObjectNode> lines =
        IntStream.range(0, 1203)
            .mapToObj(n -> ref("L-" + n, end("019a0b7e-5c1d-7a55-9d3e-0f6c2b1a4e77", n + 1)))
            .toList();
    String id = batches.sent(organiser, lines);
    assertThat(batches.over(organiser, id).path("refused").asInt()).isEqualTo(1203);
    List<JsonNode> all = batches.lines(organiser, id);
    assertThat(all).hasSize(1203);
    String path = Batches.PATH + "/" + id + "/lines?limit=200";
    String cursor = "";
    for (int seen = 0; seen < 1203; ) {
      JsonNode page = calls.get(path + cursor, organiser).body();
      for (JsonNode item : page.path("items")) {
        assertThat(item).isEqualTo(all.get(seen++));
      }
      assertThat(page.path("next").isNull()).isEqualTo(seen == 1203);
      cursor = "&cursor=" + page.path("next").asString("");
    }
  }
}
