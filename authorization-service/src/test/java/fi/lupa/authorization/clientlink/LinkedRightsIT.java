package fi.lupa.authorization.clientlink;

import static fi.lupa.authorization.clientlink.Links.temporaryId;
import static fi.lupa.authorization.clientlink.Links.to;
import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import fi.lupa.authorization.usageright.batch.Batches;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rights given before and after a link are one person's. */
class LinkedRightsIT extends AuthorizationIT {
  private final String identityCode = Persons.newIdentityCode();
  private Links links;
  private String organiser;
  private String temporaryId;
  private ObjectNode byCode;
  private ObjectNode byTemporaryId;

  @BeforeEach
  void client() {
    links = new Links(calls);
    organiser = calls.registered();
    temporaryId = temporaryId(organiser);
    byCode = Calls.grant(identityCode, calls.registered());
    byTemporaryId = to(byCode, temporaryId);
  }

  @Test
  void theIdentityCodeFindsThemAllAndTheTemporaryIdentifierItsOwn() {
    String before = calls.grant(organiser, byTemporaryId).text("id");
    assertThat(found(byCode)).isEmpty();
    links.link(organiser, temporaryId, identityCode);
    String after = calls.grant(organiser, with(byCode, "serviceTask", "DISABILITY")).text("id");
    assertThat(found(byCode)).containsExactly(after, before);
    assertThat(found(byTemporaryId)).containsExactly(before);
    assertThat(found(Calls.grant(Persons.newIdentityCode(), organiser))).isEmpty();
  }

  @Test
  void pagesGoOnOverBoth() {
    String first = calls.grant(organiser, byTemporaryId).text("id");
    links.link(organiser, temporaryId, identityCode);
    String second = calls.grant(organiser, with(byCode, "serviceTask", "DISABILITY")).text("id");
    ObjectNode search = body("client", Map.of("identityCode", identityCode), "limit", 1);
    Answer page = calls.search(organiser, search);
    assertThat(ids(page)).containsExactly(second);
    Answer last = calls.search(organiser, with(search, "cursor", page.text("next")));
    assertThat(ids(last)).containsExactly(first);
    assertThat(last.body().path("next").isNull()).isTrue();
  }

  @Test
  void aRightUnderOneOverlapsOneUnderTheOther() {
    calls.grant(organiser, byTemporaryId);
    links.link(organiser, temporaryId, identityCode);
    assertThat(calls.grant(organiser, byCode).code()).isEqualTo("RIGHT_OVERLAPS");
    assertThat(calls.grant(organiser, with(byCode, "serviceTask", "DISABILITY")).status())
        .isEqualTo(201);
    assertThat(calls.grant(organiser, with(byTemporaryId, "serviceTask", "DISABILITY")).code())
        .isEqualTo("RIGHT_OVERLAPS");
  }

  @Test
  void overTwoTemporaryIdentifiersOfOnePersonToo() {
    String another = temporaryId(organiser);
    links.link(organiser, temporaryId, identityCode);
    links.link(organiser, another, identityCode);
    assertThat(calls.grant(organiser, byTemporaryId).status()).isEqualTo(201);
    assertThat(calls.grant(organiser, to(byCode, another)).code()).isEqualTo("RIGHT_OVERLAPS");
  }

  @Test
  void oneThatHasEndedLeavesTheWayFree() {
    String before = calls.grant(organiser, byTemporaryId).text("id");
    links.link(organiser, temporaryId, identityCode);
    calls.end(organiser, before, "\"1\"", body("reason", "OTHER"));
    assertThat(calls.grant(organiser, byCode).status()).isEqualTo(201);
  }

  @Test
  void anAmendmentThatReachesIntoTheOtherIsRefused() {
    String first = calls.grant(organiser, with(byTemporaryId, "end", "2026-12-31")).text("id");
    links.link(organiser, temporaryId, identityCode);
    assertThat(calls.grant(organiser, with(byCode, "start", "2027-01-01")).status()).isEqualTo(201);
    assertThat(amend(first, "2027-01-01").code()).isEqualTo("RIGHT_OVERLAPS");
    assertThat(amend(first, "2026-12-30").status()).isEqualTo(200);
  }

  @Test
  void rightsThatOverlapAlreadyAreNoObstacleToTheLink() {
    String before = calls.grant(organiser, byTemporaryId).text("id");
    String also = calls.grant(organiser, byCode).text("id");
    assertThat(links.link(organiser, temporaryId, identityCode).status()).isEqualTo(201);
    assertThat(found(byCode)).containsExactly(also, before);
    assertThat(amend(also, "2026-12-31").status()).isEqualTo(200);
    assertThat(
            calls
                .end(organiser, before, "\"1\"", body("reason", "OTHER", "on", "2026-12-30"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void ofGrantsToBothAtTheSameMomentOneIsMade() {
    links.link(organiser, temporaryId, identityCode);
    List<Answer> answers =
        Stream.of(byCode, byTemporaryId, byCode, byTemporaryId)
            .parallel()
            .map(grant -> calls.grant(organiser, grant))
            .toList();
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(answers.stream().filter(answer -> answer.code().equals("RIGHT_OVERLAPS")))
        .hasSize(3);
  }

  @Test
  void inABatchTheyAreOnePersonToo() {
    links.link(organiser, temporaryId, identityCode);
    Batches batches = new Batches(http(), calls);
    ObjectNode later = with(byTemporaryId, "start", "2027-01-01");
    List<JsonNode> done =
        batches.done(
            organiser,
            List.of(
                Batches.grant(with(byCode, "end", "2026-12-31")),
                Batches.grant(byTemporaryId),
                Batches.grant(later)));
    assertThat(done.stream().map(Batches::outcome))
        .containsExactly("DONE", "RIGHT_OVERLAPS", "DONE");
    String id = done.getFirst().path("id").asString();
    ObjectNode longer = body("start", TODAY, "end", "2027-01-01");
    assertThat(
            batches.done(organiser, List.of(Batches.amend(id, 1, longer))).stream()
                .map(Batches::outcome))
        .containsExactly("RIGHT_OVERLAPS");
  }

  @Test
  void theRelationshipEndsWithAllOfThem() {
    String before = calls.grant(organiser, byTemporaryId).text("id");
    links.link(organiser, temporaryId, identityCode);
    String after = calls.grant(organiser, with(byCode, "serviceTask", "DISABILITY")).text("id");
    Answer ended = end(Map.of("temporaryId", temporaryId));
    assertThat(ids(ended)).containsExactly(before);
    ended = end(Map.of("identityCode", identityCode));
    assertThat(ids(ended)).containsExactly(after);
  }

  @Test
  void byTheIdentityCodeItEndsThoseFromBeforeToo() {
    String before = calls.grant(organiser, byTemporaryId).text("id");
    links.link(organiser, temporaryId, identityCode);
    assertThat(ids(end(Map.of("identityCode", identityCode)))).containsExactly(before);
    assertThat(DISCLOSURE.pushed(before).getLast().at("/data/change").asString())
        .isEqualTo("ENDED");
  }

  @Test
  void afterACancellationTheyAreTwoPeopleAgain() {
    calls.grant(organiser, byTemporaryId);
    String link = links.link(organiser, temporaryId, identityCode).text("id");
    links.cancel(organiser, link, "\"1\"");
    assertThat(found(byCode)).isEmpty();
    assertThat(ids(end(Map.of("identityCode", identityCode)))).isEmpty();
    assertThat(calls.grant(organiser, byCode).status()).isEqualTo(201);
  }

  private Answer end(Map<String, String> client) {
    return calls.post(
        "/v1/client-relationships/ends",
        organiser,
        body("client", client),
        "Idempotency-Key",
        newKey());
  }

  private Answer amend(String id, String end) {
    return calls.send(
        HttpMethod.PUT,
        "/v1/usage-rights/" + id,
        Calls.token(organiser),
        body("start", TODAY, "end", end),
        "If-Match",
        "\"1\"");
  }

  private List<String> found(ObjectNode grant) {
    return ids(calls.search(organiser, body("client", grant.path("client"))));
  }

  private static List<String> ids(Answer answer) {
    return answer.body().path("items").values().stream()
        .map(item -> item.path("id").asString())
        .toList();
  }
}
