package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import fi.lupa.testkit.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What couldn't be read is listed, repaired, taken in, and the gap closes and says so. */
@DirtiesContext
class DeadLetterIT extends AuditIT {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final String LIST = "/v1/log/dead-letters?limit=200";
  private static final String ONE = "/v1/log/dead-letters/{id}";
  private static final String REPLAY = ONE + "/replay";

  private final JsonMapper json = JsonMapper.shared();
  private final Person person = AuditService.person();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    register(registry);
  }

  @Test
  void aRepairedLetterIsInTheLogAndItsGapIsClosed() {
    UUID event = UUID.randomUUID();
    ObjectNode right = json.valueToTree(Events.read(person.ref(), 1));
    ObjectNode wrong = right.deepCopy();
    wrong.remove("purpose");
    long gapsBefore = gaps("gaps");
    JsonNode letter = letter(event, wrong, type(), "SCHEMA_VIOLATED");
    await().until(() -> gaps("gaps") == gapsBefore + 1);

    JsonNode closed = AuditService.json(service.operate(value(right), REPLAY, id(letter)));

    assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
    assertThat(closed.get("event").asString()).isEqualTo(event.toString());
    assertThat(closed.get("changed").asBoolean()).isTrue();
    assertThat(closed.get("closedBy").asString()).isNotBlank();
    assertThat(service.ids(service.log(person))).containsExactly(event);
    assertThat(gaps("gaps")).isEqualTo(gapsBefore);
    assertThat(gaps("closedGaps")).isPositive();
    assertThat(page("&state=OPEN")).doesNotContain(id(letter));
    assertThat(page("&state=CLOSED")).contains(id(letter));
    assertThat(AuditService.json(service.operate(ONE, id(letter)))).isEqualTo(closed);
  }

  @Test
  void aLetterOfATypeThatCameTooEarlyIsReadByItsHeader() {
    UUID event = UUID.randomUUID();
    JsonNode letter =
        letter(event, json.valueToTree(Events.read(person.ref(), 1)), "a.later.v9", "TYPE_UNKNOWN");
    ObjectNode repair = json.createObjectNode();
    repair.putObject("headers").put("type", type());

    AuditService.json(service.operate(repair, REPLAY, id(letter)));

    assertThat(service.ids(service.log(person))).containsExactly(event);
  }

  @Test
  void whatIsStillUnreadableStaysAGap() {
    JsonNode letter = letter(UUID.randomUUID(), json.createObjectNode(), type(), "SCHEMA_VIOLATED");
    long gaps = gaps("gaps");

    JsonNode problem = problem(service.operate(empty(), REPLAY, id(letter)), 422);

    assertThat(problem.get("code").asString()).isEqualTo("DEAD_LETTER_UNREADABLE");
    assertThat(problem.get("refusal").asString()).isEqualTo("SCHEMA_VIOLATED");
    assertThat(gaps("gaps")).isEqualTo(gaps);
    assertThat(AuditService.json(service.operate(ONE, id(letter))).get("state").asString())
        .isEqualTo("OPEN");
  }

  @Test
  void ofManyReplaysAtOnceOneTakesItIn() {
    UUID event = UUID.randomUUID();
    ObjectNode right = json.valueToTree(Events.read(person.ref(), 1));
    JsonNode letter = letter(event, json.createObjectNode(), type(), "SCHEMA_VIOLATED");
    ObjectNode repair = json.createObjectNode();
    repair.set("value", right);

    List<CompletableFuture<String>> replays = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      replays.add(
          CompletableFuture.supplyAsync(() -> said(service.operate(repair, REPLAY, id(letter)))));
    }
    List<String> said = replays.stream().map(CompletableFuture::join).toList();

    assertThat(said).containsOnly("taken", "DEAD_LETTER_CLOSED").containsOnlyOnce("taken");
    assertThat(service.ids(service.log(person))).containsExactly(event);
    assertThat(problem(service.operate(repair, REPLAY, id(letter)), 409).get("code").asString())
        .isEqualTo("DEAD_LETTER_CLOSED");
  }

  @Test
  void anEventThatIsThereAlreadyIsNotDoubled() {
    UUID event = UUID.randomUUID();
    JsonNode letter = letter(event, json.createObjectNode(), type(), "SCHEMA_VIOLATED");
    topics.send(event, Events.read(person.ref(), 1), TIME);
    await().until(() -> service.log(person).get("items").size() == 1);
    ObjectNode repair = json.createObjectNode();
    repair.set("value", json.valueToTree(Events.read(person.ref(), 1)));

    AuditService.json(service.operate(repair, REPLAY, id(letter)));

    assertThat(service.ids(service.log(person))).containsExactly(event);
  }

  @Test
  void aListNeverTellsWhatALetterSays() {
    ObjectNode value = json.createObjectNode().put("secret", "aino-aho-290390");
    letter(UUID.randomUUID(), value, type(), "SCHEMA_VIOLATED");

    assertThat(AuditService.json(service.operate(LIST)).toString())
        .doesNotContain("aino", "secret", person.ref().toString());
  }

  @Test
  void aListGoesOnPageByPage() {
    for (int i = 0; i < 3; i++) {
      letter(UUID.randomUUID(), json.createObjectNode(), type(), "SCHEMA_VIOLATED");
    }
    List<String> all = page("");
    List<String> paged = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page =
          AuditService.json(
              cursor == null
                  ? service.operate("/v1/log/dead-letters?limit=2")
                  : service.operate("/v1/log/dead-letters?limit=2&cursor={c}", cursor));
      page.get("items").forEach(letter -> paged.add(id(letter)));
      cursor = page.get("next").isNull() ? null : page.get("next").asString();
    } while (cursor != null);

    assertThat(paged).containsExactlyElementsOf(all).doesNotHaveDuplicates().hasSizeGreaterThan(2);
  }

  @Test
  void othersAndNonsenseAreRefused() {
    String supervisor = TestIssuer.shared().token("1.2.246.10.91000005.10.0", "log.supervise");
    String nobody = UUID.randomUUID().toString();
    problem(service.get(supervisor, "en", LIST), 403);
    problem(service.get(person.token(), "en", LIST), 403);
    problem(service.post(supervisor, empty(), REPLAY, nobody), 403);
    problem(service.operate(empty(), REPLAY, nobody), 404);
    problem(service.operate(ONE, "1"), 404);
    problem(service.operate(LIST + "&state=LOST"), 400);
    problem(service.operate(LIST + "&cursor=x"), 400);
    problem(service.operate(json.createObjectNode().put("value", "x"), REPLAY, nobody), 400);
    problem(service.operate(json.createObjectNode().put("other", 1), REPLAY, nobody), 400);
  }

  /** Sends a record that can't be read and gives the letter that it became. */
  private JsonNode letter(UUID event, ObjectNode value, String type, String reason) {
    List<String> before = page("");
    topics.raw(
        Topics.DISCLOSURE,
        null,
        event.toString(),
        Map.of("ce_id", event.toString(), "ce_time", TIME.toString(), "ce_type", type),
        value.toString().getBytes(StandardCharsets.UTF_8));
    await().until(() -> page("").size() > before.size());
    JsonNode newest = AuditService.json(service.operate(LIST)).at("/items/0");
    assertThat(newest.get("reason").asString()).isEqualTo(reason);
    assertThat(newest.get("source").asString()).isEqualTo("DISCLOSURE");
    assertThat(newest.get("state").asString()).isEqualTo("OPEN");
    assertThat(newest.get("closedAt").isNull()).isTrue();
    return newest;
  }

  private List<String> page(String filter) {
    List<String> ids = new ArrayList<>();
    AuditService.json(service.operate(LIST + filter)).get("items").forEach(one -> ids.add(id(one)));
    return ids;
  }

  /** How many of the disclosure-service's events are missing, or were. */
  private long gaps(String which) {
    long count = 0;
    for (JsonNode gap : service.log(person).at("/coverage/" + which)) {
      count += gap.get("source").asString().equals("DISCLOSURE") ? gap.get("count").asLong() : 0;
    }
    return count;
  }

  private static JsonNode problem(WebTestClient.ResponseSpec response, int status) {
    byte[] body =
        response.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
    return JsonMapper.shared().readTree(body);
  }

  private ObjectNode value(ObjectNode event) {
    ObjectNode repair = json.createObjectNode();
    repair.set("value", event);
    return repair;
  }

  private ObjectNode empty() {
    return json.createObjectNode();
  }

  private static String type() {
    return EventType.RECORDS_QUERIED.ceType();
  }

  private static String id(JsonNode letter) {
    return letter.get("id").asString();
  }

  /** The code of a refusal and what it says of the letter. */
  private static String said(WebTestClient.ResponseSpec answer) {
    byte[] body = answer.expectBody().returnResult().getResponseBodyContent();
    JsonNode read = JsonMapper.shared().readTree(body);
    return read.has("code")
        ? read.path("code").asString() + read.path("refusal").asString("")
        : "taken";
  }
}
