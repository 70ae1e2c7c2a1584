package fi.lupa.disclosure.recordquery.query;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class QueryIT extends DisclosureIT {
  private final Client client = Client.person();

  private ObjectNode document(String recordedAt) {
    return Calls.metadata(client, NORTH).put("recordedAt", recordedAt);
  }

  @Test
  void tellsWhatIsKnownOfADocumentAndGivesItsBytes() {
    ObjectNode metadata = document("2026-03-10T09:00:00.123456Z");
    metadata.set("socialServices", Given.JSON.valueToTree(List.of("45")));
    calls.stored(NORTH, metadata);

    Answer answer = calls.query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"));

    JsonNode found = answer.body().path("documents").get(0);
    for (String same :
        List.of(
            "documentOid",
            "documentType",
            "serviceTasks",
            "socialServices",
            "title",
            "language",
            "author",
            "controller",
            "unit",
            "recordedAt")) {
      assertThat(found.path(same)).as(same).isEqualTo(metadata.path(same));
    }
    assertThat(found.at("/content/text").asString()).isEqualTo(new String(Calls.page("teksti")));
    assertThat(found.path("contentBytes").asInt()).isEqualTo(Calls.page("teksti").length);
    assertThat(found.has("producer")).isFalse();
    assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
    assertThat(answer.body().at("/decision/rulebook").asString()).isEqualTo("ACT_703_2023");
    assertThat(answer.body().at("/decision/basis").asString()).isEqualTo("OWN_REGISTER");
    assertThat(answer.body().path("decision").has("ground")).isFalse();
  }

  @Test
  void metadataComesWithoutContentUnlessAskedFor() {
    calls.stored(NORTH, document(Calls.RECORDED));
    for (ObjectNode query :
        List.of(Calls.own(client, NORTH), Calls.own(client, NORTH).put("include", "METADATA"))) {
      assertThat(calls.query(NORTH, query).body().path("documents").get(0).has("content"))
          .isFalse();
    }
  }

  @Test
  void aProducersDocumentStandsInTheOrganisersRegister() {
    calls.given(Given.right(client.ref(), NORTH, PRODUCER));
    ObjectNode metadata =
        Calls.metadata(client, PRODUCER)
            .put("basis", "REGISTER_USAGE_RIGHT")
            .put("controller", NORTH.value());
    calls.stored(PRODUCER, metadata);

    Answer own = calls.query(NORTH, Calls.own(client, NORTH));
    Answer used = calls.query(PRODUCER, Calls.use(client, PRODUCER, NORTH));

    assertThat(own.documents()).isEqualTo(used.documents()).hasSize(1);
    assertThat(own.body().at("/documents/0/producer").asString()).isEqualTo(PRODUCER.value());
    assertThat(calls.query(PRODUCER, Calls.own(client, PRODUCER)).documents()).isEmpty();
  }

  @Test
  void theFactsThatWereLookedAtAreNamedInTheirVersions() {
    Given.Fact informing = Given.informed(client.ref()).version(2);
    Given.Fact permit = Given.permit(client.ref(), "SOCIAL_CARE").version(5);
    calls.given(informing, permit);

    Answer answer = calls.query(SOUTH, Calls.disclosure(client, SOUTH));

    assertThat(answer.body().at("/decision/ground").asString()).isEqualTo("PERMIT");
    assertThat(answer.body().at("/decision/facts"))
        .containsExactlyInAnyOrder(
            object("type", "ORGANISATION", "id", SOUTH, "version", 1),
            object("type", "INFORMING", "id", informing.id(), "version", 2),
            object("type", "PERMIT", "id", permit.id(), "version", 5));
  }

  @Test
  void nobodyKnownHasNoDocuments() {
    Answer answer = calls.query(NORTH, Calls.own(Client.person(), NORTH));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.documents()).isEmpty();
    assertThat(answer.body().has("next")).isFalse();
  }

  @Test
  void filters() {
    String january = calls.stored(NORTH, document("2026-01-01T00:00:00Z"));
    String february =
        calls.stored(NORTH, document("2026-02-01T00:00:00Z").put("documentType", "1506.11000"));

    assertThat(asked("recordedFrom", "2026-01-01T00:00:00.000001Z")).containsExactly(february);
    assertThat(asked("recordedFrom", "2026-02-01T00:00:00Z")).containsExactly(february);
    assertThat(asked("recordedTo", "2026-02-01T00:00:00Z")).containsExactly(january);
    assertThat(asked("documentTypes", List.of("1506.11000"))).containsExactly(february);
    assertThat(asked("documentTypes", List.of("1506.11000", "1506.15003")))
        .containsExactly(february, january);
    assertThat(asked("documentTypes", List.of("1506.1100"))).isEmpty();
    assertThat(asked("serviceTasks", List.of())).containsExactly(february, january);
  }

  private List<String> asked(String filter, Object value) {
    ObjectNode query = Calls.own(client, NORTH);
    query.set(filter, Given.JSON.valueToTree(value));
    return calls.query(NORTH, query).documents();
  }

  @Test
  void pagesHoldEverythingOnceThoughOthersStoreAndMuchIsWithheld() {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    calls.given(Given.prohibition(client.ref(), "SERVICE_TASK", "serviceTask", "CHILD_PROTECTION"));
    List<String> expected =
        IntStream.range(0, 21)
            .mapToObj(i -> {
              ObjectNode metadata = document("2026-01-%02dT00:00:00Z".formatted(1 + i / 3));
              if (i % 3 == 0) {
                metadata.set("serviceTasks", Given.JSON.valueToTree(List.of("CHILD_PROTECTION")));
              }
              return i % 3 == 0 ? hidden(metadata) : calls.stored(NORTH, metadata);
            })
            .filter(oid -> !oid.isEmpty())
            .toList();

    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      ObjectNode query = Calls.disclosure(client, SOUTH).put("limit", 3);
      if (cursor != null) {
        query.put("cursor", cursor);
      }
      Answer page = calls.query(SOUTH, query);
      assertThat(page.outcome()).isEqualTo("PERMITTED");
      assertThat(page.body().has("someDataNotAvailable")).isFalse();
      assertThat(page.documents()).hasSizeBetween(2, 3);
      seen.addAll(page.documents());
      cursor = page.body().has("next") ? page.text("next") : null;
      calls.stored(NORTH, document("2026-02-01T00:00:00Z"));
    } while (cursor != null);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
  }

  private String hidden(ObjectNode metadata) {
    calls.stored(NORTH, metadata);
    return "";
  }

  @Test
  void aDisclosureToOneselfIsAMistake() {
    Answer answer =
        calls.query(SOUTH, Calls.disclosure(client, SOUTH).put("controller", SOUTH.value()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly("/controller");
  }

  @Test
  void everyPageAndEveryRepetitionIsAnAccessOfItsOwn() {
    String first = calls.query(NORTH, Calls.own(client, NORTH)).queryId();
    String second = calls.query(NORTH, Calls.own(client, NORTH)).queryId();
    assertThat(first).isNotEqualTo(second);
    assertThat(
            sql()
                .count(
                    "select count(*) from access_record where client_ref = '" + client.ref() + "'"))
        .isEqualTo(2);
  }

  @Test
  void aDocumentWhoseContentIsGoneIsNoAnswer() {
    calls.stored(NORTH, document(Calls.RECORDED));
    sql().run("delete from document_content where client_ref = '" + client.ref() + "'");
    long before = sql().count("select count(*) from access_record");

    Answer answer = plainCalls().query(NORTH, Calls.own(client, NORTH).put("include", "CONTENT"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(sql().count("select count(*) from access_record")).isEqualTo(before);
    assertThat(calls.query(NORTH, Calls.own(client, NORTH)).status()).isEqualTo(200);
  }
}
