package fi.lupa.disclosure.recordquery.query;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two clients with the same documents, of whom one has more, all prohibited: no question that asks
 * for less than everything tells them apart.
 */
class HiddenRowsIT extends DisclosureIT {
  private static final String MATTER = "1.2.246.10.91000005.15.2026.1";

  private final Client plain = Client.person();
  private final Client hiding = Client.person();
  private String hidden;

  @BeforeEach
  void twoClients() {
    for (Client client : List.of(plain, hiding)) {
      calls.given(
          Given.informed(client.ref()),
          Given.permit(client.ref(), "SOCIAL_CARE"),
          Given.prohibition(client.ref(), "SERVICE_TASK", "serviceTask", "SUBSTANCE_ABUSE"),
          Given.right(client.ref(), SOUTH, PRODUCER));
      for (int day = 1; day <= 5; day++) {
        calls.stored(NORTH, recorded(client, day));
      }
    }
    for (int day = 1; day <= 5; day++) {
      ObjectNode secret = recorded(hiding, day).put("documentType", "1506.11000");
      secret.set("serviceTasks", Given.JSON.valueToTree(List.of("SUBSTANCE_ABUSE")));
      secret.set("matters", Given.JSON.valueToTree(List.of(MATTER)));
      hidden = calls.stored(NORTH, secret);
    }
  }

  private static ObjectNode recorded(Client client, int day) {
    return Calls.metadata(client, NORTH).put("recordedAt", "2026-01-0" + day + "T09:00:00Z");
  }

  /** What narrows a question; THE_HIDDEN stands for a document that only one of them has. */
  static Stream<String> narrowings() {
    return Stream.of(
        "{\"documents\": [\"THE_HIDDEN\"]}",
        "{\"matters\": [\"" + MATTER + "\"]}",
        "{\"producers\": [\"1.2.246.10.93000009.10.0\"]}",
        "{\"controller\": \"THE_CONTROLLER\"}",
        "{\"serviceTasks\": [\"SUBSTANCE_ABUSE\"]}",
        "{\"documentTypes\": [\"1506.11000\"]}",
        "{\"recordedFrom\": \"2026-01-05T00:00:00Z\"}",
        "{\"recordedTo\": \"2026-01-02T00:00:00Z\"}",
        "{\"limit\": 1}",
        "{\"limit\": 4}",
        "{\"limit\": 1, \"include\": \"CONTENT\"}");
  }

  @ParameterizedTest
  @MethodSource("narrowings")
  void aNarrowedQuestionTellsNothing(String narrowing) {
    List<JsonNode> ofPlain = pages(plain, narrowing);
    assertThat(pages(hiding, narrowing)).isEqualTo(ofPlain);
    assertThat(ofPlain)
        .allSatisfy(page -> {
          assertThat(page.has("someDataNotAvailable")).isFalse();
          assertThat(page.at("/decision/outcome").asString()).isEqualTo("PERMITTED");
        });
  }

  /** What a role doesn't see in its own register: that a client has been in a shelter, say. */
  /** In one's own register the whole register is no narrowing, and a page still says it. */
  static Stream<String> narrowingsInOwnRegister() {
    return Stream.concat(
        narrowings().filter(one -> !one.contains("controller") && !one.contains("\"limit\"")),
        Stream.of("{\"serviceTasks\": [\"OLDER_PEOPLE\"]}"));
  }

  @ParameterizedTest
  @MethodSource("narrowingsInOwnRegister")
  void aNarrowedQuestionTellsNothingOfWhatTheRoleDoesntSee(String narrowing) {
    Client sheltered = Client.person();
    ObjectNode secret = recorded(sheltered, 5).put("documentType", "1506.11000");
    secret.set("matters", Given.JSON.valueToTree(List.of(MATTER)));
    hidden = calls.stored(NORTH, secret.put("specialCategory", "SHELTER"));
    assertThat(own(sheltered, "{}").path("someDataNotAvailable").asBoolean()).isTrue();

    JsonNode answer = own(sheltered, narrowing);
    assertThat(answer.path("documents").size()).isZero();
    assertThat(answer.has("someDataNotAvailable")).isFalse();
    assertThat(answer.at("/decision/outcome").asString()).isEqualTo("PERMITTED");
  }

  private JsonNode own(Client client, String narrowing) {
    ObjectNode query = Calls.own(client, NORTH);
    Given.JSON.readTree(narrowing.replace("THE_HIDDEN", hidden)).forEachEntry(query::set);
    Answer answer = calls.query(NORTH, query);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  /** All pages, and how the requester reads each back; what always differs is taken out. */
  private List<JsonNode> pages(Client client, String narrowing) {
    ObjectNode query = Calls.disclosure(client, SOUTH);
    Given.JSON
        .readTree(narrowing.replace("THE_HIDDEN", hidden).replace("THE_CONTROLLER", NORTH.value()))
        .forEachEntry(query::set);
    List<JsonNode> pages = new ArrayList<>();
    String next = "";
    while (next != null) {
      Answer answer = calls.query(SOUTH, next.isEmpty() ? query : query.put("cursor", next));
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      next = answer.body().has("next") ? answer.text("next") : null;
      JsonNode back = calls.explanation(SOUTH, answer.queryId()).body();
      pages.add(shape(answer.body()));
      pages.add(Given.object("seen", back.path("outcome"), "withheld", back.path("withheld")));
      assertThat(back.has("told")).isFalse();
      if (pages.getLast().path("withheld").size() > 0) {
        throw new AssertionError("withheld documents are read back");
      }
    }
    return pages.stream().filter(page -> page.has("documents")).toList();
  }

  private static JsonNode shape(JsonNode page) {
    ObjectNode decision = (ObjectNode) page.path("decision").deepCopy();
    decision.remove("facts");
    ObjectNode shape =
        Given.object(
            "decision",
            decision,
            "documents",
            page.path("documents").valueStream().map(d -> d.path("recordedAt")).toList(),
            "next",
            page.has("next"));
    if (page.has("someDataNotAvailable")) {
      shape.set("someDataNotAvailable", page.path("someDataNotAvailable"));
    }
    return shape;
  }

  @Test
  void whoAsksForEverythingIsToldThatSomethingIsMissingAndNoMore() {
    Answer ofPlain = calls.query(SOUTH, Calls.disclosure(plain, SOUTH));
    Answer ofHiding = calls.query(SOUTH, Calls.disclosure(hiding, SOUTH));
    assertThat(ofPlain.body().path("someDataNotAvailable").asBoolean()).isFalse();
    assertThat(ofHiding.body().path("someDataNotAvailable").asBoolean()).isTrue();
    assertThat(ofHiding.documents()).hasSize(5);
    assertThat(ofHiding.outcome()).isEqualTo("PARTIAL");
  }

  @Test
  void theControllerSeesBothWhatHappenedAndWhatWasTold() {
    ObjectNode query = Calls.disclosure(hiding, SOUTH);
    query.set("documents", Given.JSON.valueToTree(List.of(hidden)));
    Answer answer = calls.query(SOUTH, query);
    JsonNode whole = calls.explanation(NORTH, answer.queryId(), "log.supervise").body();
    assertThat(whole.path("outcome").asString()).isEqualTo("PARTIAL");
    assertThat(whole.path("told").asString()).isEqualTo("PERMITTED");
    assertThat(whole.at("/withheld/0/documentOid").asString()).isEqualTo(hidden);
    assertThat(whole.at("/withheld/0/code").asString()).isEqualTo("PROHIBITED_TASK");
  }
}
