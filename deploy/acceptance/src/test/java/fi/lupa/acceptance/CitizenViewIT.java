package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Organisation;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Schema;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A citizen reads the own documents and asks who could see them; officers supervise (issue 5). */
@Order(13)
class CitizenViewIT {
  private static final String LIST = "/v1/my/documents";

  private final Person client = Person.next();
  private final Document plan =
      Document.json(Schema.of("1506.15003", "1506.15003"), "OLDER_PEOPLE", client);

  @BeforeAll
  static void world() {
    World.prepare();
  }

  private static Map<String, Object> officer(Organisation organisation) {
    return Map.of("unit", organisation.unit(), "professional", organisation.professional());
  }

  @Test
  void theCitizenReadsTheOwnDocumentsWithoutAnyOid() {
    Http.expect(201, plan.intoOwn(NORTH, client));
    Http.refuse(403, "INFORMING_REQUIRED", Call.get(client, LIST));
    Http.expect(201, Declarations.inform(client));

    Reply list = Http.expect(200, Call.get(client, LIST));
    assertThat(list.list("/items")).hasSize(1);
    String id = list.text("/items/0/id");
    Reply content = Http.expect(200, Call.get(client, LIST + "/" + id + "/content"));
    assertThat(content.text("/text")).isNotBlank();
    assertThat(list.body() + content.body()).doesNotContain("1.2.246");
    Http.refuse(403, "SCOPE_MISSING", Call.get(NORTH, LIST));

    Http.expect(201, Declarations.permitSocialCare(client));
    assertThat(permitted(visibility(id))).isTrue();
    Http.expect(201, Declarations.prohibitDocument(client, plan));
    assertThat(permitted(visibility(id))).isFalse();
    assertThat(MyLog.of(client).accesses()).as("looking is no access").isEmpty();
  }

  private Reply visibility(String id) {
    Reply answer = Http.expect(200, Call.post(client, "/v1/my/visibility", Map.of("document", id)));
    assertThat(answer.body()).doesNotContain("1.2.246");
    return answer;
  }

  /** Whether anybody at all could see it by the client's permit. */
  private static boolean permitted(Reply visibility) {
    return visibility.list("/items").stream()
        .filter(item -> item.path("ground").asString("").equals("PERMIT"))
        .anyMatch(item -> item.path("given").asBoolean());
  }

  @Test
  void anOfficersSearchIsInTheClientsLog() {
    Http.expect(201, plan.intoOwn(NORTH, client));
    Map<String, Object> search =
        Map.of("client", client.client(), "document", plan.oid(), "requester", officer(NORTH));

    Reply found = Http.expect(200, Call.post(NORTH, "/v1/visibility/searches", search));
    assertThat(found.list("/items")).isNotEmpty();
    Http.refuse(
        404,
        "NOT_FOUND",
        Call.post(
            SOUTH,
            "/v1/visibility/searches",
            Map.of(
                "client", client.client(), "document", plan.oid(), "requester", officer(SOUTH))));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(MyLog.of(client).of("VISIBILITY_SEARCHED")).hasSize(1));
  }

  @Test
  void whatWasSecuredDespiteAllIsReviewedByTheController() {
    Http.expect(201, plan.intoOwn(NORTH, client));
    Reply secured = Http.expect(200, Records.secured(SOUTH, client));
    String id = secured.text("/queryId");

    assertThat(open()).contains(id);
    Map<String, Object> judgement =
        Map.of(
            "requester", officer(NORTH),
            "outcome", "LAWFUL",
            "explanation", "Kiireellinen tilanne, perustelut riittävät.");
    String review = "/v1/break-glass/" + id + "/review";
    Http.refuse(404, "NOT_FOUND", Call.create(SOUTH, review, judgement));
    Http.expect(201, Call.create(NORTH, review, judgement));
    Http.refuse(409, "BREAK_GLASS_REVIEWED", Call.create(NORTH, review, judgement));
    assertThat(open()).doesNotContain(id);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(MyLog.of(client).of("BREAK_GLASS_REVIEWED"))
                .singleElement()
                .satisfies(entry ->
                    assertThat(entry.path("sentence").asString())
                        .contains("had a lawful ground")
                        .doesNotContain("Kiireellinen")));
  }

  private static List<String> open() {
    return Http.expect(
            200,
            Call.post(
                NORTH,
                "/v1/break-glass/searches",
                Map.of("requester", officer(NORTH), "reviewed", false, "limit", 200)))
        .list("/items")
        .stream()
        .map((JsonNode item) -> item.path("queryId").asString())
        .toList();
  }
}
