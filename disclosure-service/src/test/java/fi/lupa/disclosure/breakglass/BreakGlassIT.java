package fi.lupa.disclosure.breakglass;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Together;
import fi.lupa.disclosure.support.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A controller goes through the accesses that secured a client despite all (56 §). */
class BreakGlassIT extends DisclosureIT {
  private static final Topic TOPIC = Topic.of("disclosure.events");
  private static final String SEARCH = "/v1/break-glass/searches";

  /** A county of its own for each test, so that lists hold what the test did. */
  private final Oid county = Oids.organisation();

  private final Client client = Client.person();

  private void joined() {
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC"));
  }

  private static ObjectNode officer(Oid organisation) {
    return object(
        "unit",
        Oids.unit(organisation, 1),
        "professional",
        Map.of("id", "70009", "name", "Tiina Tuomi", "role", "ADMINISTRATION"));
  }

  private ObjectNode query(String explanation) {
    ObjectNode query =
        Calls.disclosure(client, SOUTH)
            .put("ground", "PROTECTION")
            .put("necessity", "CONFIRMED")
            .put("controller", county.value());
    query.set(
        "protection",
        object(
            "reason",
            "CHILDS_INTEREST",
            "permit",
            "PROHIBITED",
            "immediateCare",
            false,
            "explanation",
            explanation));
    return query;
  }

  private String broken(String explanation) {
    Answer answer = calls.query(SOUTH, query(explanation));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.queryId();
  }

  private Answer search(Oid by, ObjectNode more) {
    return calls.send(
        HttpMethod.POST,
        SEARCH,
        Calls.token(by, "log.supervise"),
        more.set("requester", officer(by)));
  }

  private List<String> found(ObjectNode more) {
    Answer answer = search(county, more);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer
        .body()
        .path("items")
        .valueStream()
        .map(i -> i.path("queryId").asString())
        .toList();
  }

  private static ObjectNode judged(Oid by, String outcome) {
    return object(
        "requester", officer(by), "outcome", outcome, "explanation", "Perustelut on kirjattu.");
  }

  private Answer review(Oid by, String id, ObjectNode judged, String key) {
    return calls.send(
        HttpMethod.POST,
        "/v1/break-glass/" + id + "/review",
        Calls.token(by, "log.supervise"),
        judged,
        "Idempotency-Key",
        key);
  }

  @Test
  void theControllerSeesWhoDidItAndWhyAndWhatWasGiven() {
    joined();
    String document = calls.stored(county, Calls.metadata(client, county));
    String id = broken("Lapsi on välittömässä vaarassa.");
    calls.query(county, Calls.own(client, county));

    Answer answer = search(county, object());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("items").size()).isEqualTo(1);
    JsonNode access = answer.body().at("/items/0");
    assertThat(access.path("queryId").asString()).isEqualTo(id);
    assertThat(access.at("/requester/professional/name").asString()).isEqualTo("Aino Aho");
    assertThat(access.at("/requester/organisation").asString()).isEqualTo(SOUTH.value());
    assertThat(access.at("/protection/reason").asString()).isEqualTo("CHILDS_INTEREST");
    assertThat(access.at("/protection/explanation").asString())
        .isEqualTo("Lapsi on välittömässä vaarassa.");
    assertThat(access.at("/documents/0/documentOid").asString()).isEqualTo(document);
    assertThat(access.path("reviews").size()).isZero();
    assertThat(answer.body().toString()).doesNotContain(client.text(), client.ref().toString());
    assertThat(
            sql()
                .column(
                    "select act || ' ' || (officer->'professional'->>'name') || ' ' || answer::text from"
                        + " supervision where organisation = '"
                        + county
                        + "'"))
        .containsExactly("BREAK_GLASS Tiina Tuomi [\"" + id + "\"]");
  }

  @Test
  void anotherControllerFindsNothingOfItAndReviewsNothing() {
    joined();
    calls.stored(county, Calls.metadata(client, county));
    String id = broken("Lapsi on välittömässä vaarassa.");

    assertThat(search(NORTH, object()).body().toString()).doesNotContain(id);
    assertThat(review(NORTH, id, judged(NORTH, "LAWFUL"), Calls.newKey()).status()).isEqualTo(404);
    assertThat(
            review(county, UUID.randomUUID().toString(), judged(county, "LAWFUL"), Calls.newKey())
                .status())
        .isEqualTo(404);
  }

  @Test
  void anExplanationIsAskedForThenTheReviewIsClosedOnce() {
    joined();
    calls.stored(county, Calls.metadata(client, county));
    String id = broken("Lapsi on välittömässä vaarassa.");

    assertThat(review(county, id, judged(county, "EXPLANATION_ASKED"), Calls.newKey()).status())
        .isEqualTo(201);
    assertThat(found(object("reviewed", false))).containsExactly(id);
    String key = Calls.newKey();
    Answer closed = review(county, id, judged(county, "UNLAWFUL"), key);
    assertThat(closed.status()).isEqualTo(201);
    assertThat(review(county, id, judged(county, "UNLAWFUL"), key).body())
        .as("the same request again")
        .isEqualTo(closed.body());
    assertThat(review(county, id, judged(county, "LAWFUL"), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");

    Answer late = review(county, id, judged(county, "LAWFUL"), Calls.newKey());
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("BREAK_GLASS_REVIEWED");
    assertThat(found(object("reviewed", false))).isEmpty();
    assertThat(found(object("reviewed", true))).containsExactly(id);
    assertThat(
            search(county, object())
                .body()
                .at("/items/0/reviews")
                .valueStream()
                .map(review -> review.path("outcome").asString()))
        .containsExactly("EXPLANATION_ASKED", "UNLAWFUL");
  }

  @Test
  void ofTwoWhoCloseItAtOnceOneIsTold() {
    joined();
    calls.stored(county, Calls.metadata(client, county));
    String id = broken("Lapsi on välittömässä vaarassa.");

    List<Integer> statuses =
        Together.all(
            4,
            i ->
                review(
                        county,
                        id,
                        judged(county, i % 2 == 0 ? "LAWFUL" : "UNLAWFUL"),
                        Calls.newKey())
                    .status());

    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(
            sql().count("select count(*) from break_glass_review where access_id = '" + id + "'"))
        .isEqualTo(1);
  }

  @Test
  void pagesComeNewestFirst() {
    joined();
    calls.stored(county, Calls.metadata(client, county));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.addFirst(broken("Lapsi on välittömässä vaarassa " + i));
    }
    List<String> seen = new ArrayList<>();
    ObjectNode page = object("limit", 1);
    do {
      JsonNode body = search(county, page.deepCopy()).body();
      seen.add(body.at("/items/0/queryId").asString());
      page.set("cursor", body.path("next"));
    } while (!page.path("cursor").isNull());
    assertThat(seen).isEqualTo(ids);
  }

  @Test
  void itTakesTheScopeAndAWholeRequest() {
    assertThat(
            calls
                .send(
                    HttpMethod.POST,
                    SEARCH,
                    Calls.token(NORTH, "records.query"),
                    object("requester", officer(NORTH)))
                .code())
        .isEqualTo("SCOPE_MISSING");
    assertThat(search(NORTH, object("limit", 0)).status()).isEqualTo(400);
    assertThat(search(NORTH, object("cursor", "nonsense")).status()).isEqualTo(400);
    assertThat(
            review(NORTH, UUID.randomUUID().toString(), object("outcome", "LAWFUL"), "k").status())
        .isEqualTo(400);
    assertThat(review(NORTH, "nonsense", judged(NORTH, "LAWFUL"), "k").status()).isEqualTo(400);
  }

  @Test
  void whoReviewsIsInAUnitOfTheControllersInARoleThatThereIs() {
    joined();
    calls.stored(county, Calls.metadata(client, county));
    String id = broken("Lapsi on välittömässä vaarassa.");
    ObjectNode elsewhere = judged(SOUTH, "LAWFUL");
    ObjectNode nobody = judged(county, "LAWFUL");
    ((ObjectNode) nobody.at("/requester/professional")).put("role", "NOBODY");

    assertThat(review(county, id, elsewhere, Calls.newKey()).code())
        .isEqualTo("REQUESTER_UNIT_UNKNOWN");
    assertThat(review(county, id, nobody, Calls.newKey()).code()).isEqualTo("ROLE_MISSING");
    assertThat(sought(elsewhere).code()).isEqualTo("REQUESTER_UNIT_UNKNOWN");
    assertThat(sought(nobody).code()).isEqualTo("ROLE_MISSING");
  }

  private Answer sought(ObjectNode judged) {
    return calls.send(
        HttpMethod.POST,
        SEARCH,
        Calls.token(county, "log.supervise"),
        object("requester", judged.path("requester")));
  }

  @Test
  void theClientIsToldHowTheReviewCameOut() {
    joined();
    calls.stored(county, Calls.metadata(client, county));
    String id = broken("Lapsi on välittömässä vaarassa.");

    review(county, id, judged(county, "EXPLANATION_ASKED"), Calls.newKey());
    String key = Calls.newKey();
    review(county, id, judged(county, "UNLAWFUL"), key);
    review(county, id, judged(county, "UNLAWFUL"), key);
    review(county, id, judged(county, "LAWFUL"), Calls.newKey());
    calls.stored(county, Calls.metadata(client, county));

    // stored, queried, reviewed, stored
    List<String> told =
        TOPIC.await(client.ref().toString(), 4).stream()
            .map(Topic.Told::value)
            .filter(value -> value.contains("\"reviewId\""))
            .toList();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst())
        .contains("\"UNLAWFUL\"", id, county.value(), "Organisaatio")
        .doesNotContain("Perustelut", "Tiina", client.text());
  }
}
