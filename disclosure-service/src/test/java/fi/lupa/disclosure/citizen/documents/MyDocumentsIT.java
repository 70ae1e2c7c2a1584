package fi.lupa.disclosure.citizen.documents;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.platform.web.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The citizen reads the documents about oneself (facts 10.6). */
class MyDocumentsIT extends DisclosureIT {
  private static final String LIST = "/v1/my/documents";

  private final Client client = Client.person();

  @BeforeEach
  void informed() {
    calls.given(Given.informed(client.ref()));
  }

  private ObjectNode titled(String title) {
    ObjectNode metadata = Calls.metadata(client, NORTH);
    metadata.set("title", object("fi", title));
    return metadata;
  }

  private ObjectNode hidden(String title, Map<String, ?> show) {
    return (ObjectNode) titled(title).set("showToClient", Given.JSON.valueToTree(show));
  }

  private static List<String> titles(Answer answer) {
    return items(answer).map(item -> item.at("/title/fi").asString()).toList();
  }

  private static Stream<JsonNode> items(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("items").valueStream();
  }

  private String idOf(Client citizen, String title) {
    return items(calls.my(citizen, LIST))
        .filter(item -> item.at("/title/fi").asString().equals(title))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private List<String> views() {
    return sql()
        .column(
            "select act || ' ' || coalesce(reason_code, '-') || ' ' || jsonb_array_length(shown) || ' '"
                + " || jsonb_array_length(withheld) from citizen_view where client_ref = '"
                + client.ref()
                + "' order by occurred_at");
  }

  @Test
  void oneSeesOnesOwnDocumentsAndNoIdentifierButOnesOwnForThem() {
    calls.stored(NORTH, titled("Vanhempi"));
    calls.stored(
        SOUTH,
        ((ObjectNode) Calls.metadata(client, SOUTH).set("title", object("fi", "Uudempi")))
            .put("recordedAt", "2026-04-10T09:00:00Z"));
    calls.stored(NORTH, Calls.metadata(Client.person(), NORTH));

    Answer list = calls.my(client, LIST);

    assertThat(titles(list)).containsExactly("Uudempi", "Vanhempi");
    assertThat(list.body().toString())
        .doesNotContain("1.2.246", "Eskola", client.text(), client.ref().toString());
    JsonNode first = list.body().at("/items/0");
    assertThat(first.at("/kind/sv").asString()).isEqualTo("Klientplan inom äldreservicen");
    assertThat(first.at("/controller/fi").asString()).isEqualTo("Organisaatio");
    assertThat(list.body().path("next").isNull()).isTrue();
    assertThat(list.headers().getCacheControl()).isEqualTo("no-store");
    Answer one = calls.my(client, LIST + "/" + first.path("id").asString());
    assertThat(one.body()).isEqualTo(first);
    assertThat(views()).containsExactly("LIST - 2 0", "METADATA - 1 0");
  }

  @Test
  void theContentComesWithoutOids() {
    calls.store(
        NORTH,
        Calls.upload(
            titled("Suunnitelma"),
            Calls.page("yksikkö 1.2.246.10.71000001.10.1, 1.2.2026"),
            MediaType.APPLICATION_XHTML_XML),
        Calls.newKey());

    Answer content = calls.my(client, LIST + "/" + idOf(client, "Suunnitelma") + "/content");

    assertThat(content.status()).isEqualTo(200);
    assertThat(content.text("text")).contains("yksikkö …, 1.2.2026");
    assertThat(content.text("mediaType")).isEqualTo("application/xhtml+xml");
    assertThat(views()).containsExactly("LIST - 1 0", "CONTENT - 1 0");
  }

  @Test
  void whatIsWithheldLeavesNoTraceButInTheRecord() {
    calls.stored(NORTH, titled("Näkyy"));
    String before = calls.my(client, LIST).body().toString();
    calls.stored(NORTH, titled("Turvakoti").put("documentType", "1506.15019"));
    calls.stored(NORTH, hidden("Viivästetty", Map.of("when", "DELAYED", "until", "2026-11-23")));
    calls.stored(NORTH, hidden("Rajattu", Map.of("when", "NO", "reason", "RISK_TO_HEALTH")));
    calls.stored(NORTH, hidden("Jo näkyvä", Map.of("when", "DELAYED", "until", "2026-11-22")));
    String shown = calls.my(client, LIST + "?limit=2").body().toString();

    assertThat(shown).doesNotContain("Turvakoti", "Viivästetty", "Rajattu").contains("Jo näkyvä");
    assertThat(calls.my(client, LIST + "?limit=2").body().path("next").isNull())
        .as("nothing more to show, whatever is withheld")
        .isTrue();
    assertThat(before).contains("Näkyy");
    List<String> codes =
        sql()
            .column(
                "select distinct w->>'code' from citizen_view, jsonb_array_elements(withheld) w"
                    + " where client_ref = '"
                    + client.ref()
                    + "'");
    assertThat(codes)
        .containsExactlyInAnyOrder("TYPE_NOT_SHOWN", "DELAYED_UNTIL", "LIMITED_BY_PROFESSIONAL");
  }

  @Test
  void aWithheldDocumentIsAsIfThereWereNone() {
    ObjectNode limited = hidden("Rajattu", Map.of("when", "NO", "reason", "RISK_TO_HEALTH"));
    calls.stored(NORTH, limited);
    String id = client.reference(new Oid(limited.path("documentOid").asString()));

    for (String path : List.of("/" + id, "/" + id + "/content", "/" + UUID.randomUUID())) {
      Answer answer = calls.my(client, LIST + path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
    assertThat(views()).containsExactly("METADATA - 0 1", "CONTENT - 0 1", "METADATA - 0 0");
  }

  @Test
  void whatOthersAreInIsNotShownToAnyOfThem() {
    Client other = Client.person();
    calls.given(Given.informed(other.ref()));
    calls.stored(NORTH, Calls.common(titled("Yhteinen"), "2026-01-01", client, other));
    calls.stored(NORTH, Calls.common(titled("Yksin"), "2026-01-01", client));

    assertThat(titles(calls.my(client, LIST))).containsExactly("Yksin");
    assertThat(titles(calls.my(other, LIST))).isEmpty();
  }

  @Test
  void anAdultAcknowledgesTheInformationFirstAndAMinorNeedNot() {
    Client adult = Client.person();
    Client child = Client.child();

    Answer refused = calls.my(adult, LIST);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("INFORMING_REQUIRED");
    assertThat(calls.my(adult, LIST + "/" + UUID.randomUUID()).code())
        .isEqualTo("INFORMING_REQUIRED");
    assertThat(
            sql()
                .count(
                    "select count(*) from citizen_view where reason_code = 'INFORMING_REQUIRED' and client_ref = '"
                        + adult.ref()
                        + "'"))
        .isEqualTo(2);
    assertThat(titles(calls.my(child, LIST))).isEmpty();
  }

  @Test
  void whoKnowsAnEarlierTextOnlyIsToldTheNewOneFirst() {
    Client adult = Client.person();
    calls.given(Given.informed(adult.ref()).with("textVersion", "2024-1"));
    assertThat(calls.my(adult, LIST).code()).isEqualTo("INFORMING_REQUIRED");

    calls.given(Given.informed(adult.ref()));
    assertThat(titles(calls.my(adult, LIST))).isEmpty();
  }

  @Test
  void pagesGoOnBehindWhatIsWithheld() {
    for (int i = 0; i < 9; i++) {
      String recorded = "2026-03-1" + i + "T09:00:00Z";
      calls.stored(
          NORTH,
          (i % 3 == 0 ? titled("n" + i) : hidden("h" + i, Map.of("when", "NO", "reason", "RISK")))
              .put("recordedAt", recorded));
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page = calls.my(client, LIST + "?limit=1" + next);
      assertThat(titles(page)).hasSize(1);
      seen.addAll(titles(page));
      String cursor = page.text("next");
      assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
          .doesNotContain("1.2.246");
      next = page.body().path("next").isNull() ? "" : "&cursor=" + cursor;
    } while (!next.isEmpty());
    assertThat(seen).containsExactly("n6", "n3", "n0");
  }

  @Test
  void whatStandsUnderALinkedIdentifierIsFoundAndOnlyTheNewestVersion() {
    Client former = Client.temporary();
    ObjectNode metadata = Calls.metadata(former, NORTH);
    calls.stored(NORTH, metadata);
    assertThat(titles(calls.my(client, LIST))).isEmpty();

    calls.given(Given.link(client.ref(), former.ref()));

    assertThat(titles(calls.my(client, LIST))).hasSize(1);
    String id = calls.my(client, LIST).body().at("/items/0/id").asString();
    assertThat(calls.my(client, LIST + "/" + id + "/content").text("text")).contains("teksti");
    calls.voided(
        NORTH,
        metadata.path("documentOid").asString(),
        Calls.voiding(former, NORTH),
        Calls.newKey());
    assertThat(titles(calls.my(client, LIST))).isEmpty();
    assertThat(calls.my(client, LIST + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void anotherCitizenFindsNothingByOnesIdentifier() {
    Client other = Client.person();
    calls.given(Given.informed(other.ref()));
    calls.stored(NORTH, titled("Oma"));
    String id = idOf(client, "Oma");

    assertThat(calls.my(other, LIST + "/" + id).status()).isEqualTo(404);
    assertThat(calls.my(other, LIST + "/" + id + "/content").status()).isEqualTo(404);
    String cursor = Cursor.encode("2026-01-01T00:00:00Z", id);
    assertThat(calls.my(client, LIST + "?cursor=" + cursor).status()).isEqualTo(200);
    assertThat(calls.my(other, LIST + "?cursor=" + cursor).status()).isEqualTo(400);
  }

  @Test
  void whatIsKnownByAnOidOrAnotherKindsReferenceIsNotFound() {
    ObjectNode metadata = titled("Oma");
    calls.stored(NORTH, metadata);
    String register = calls.my(client, LIST).body().at("/items/0/controllerId").asString();

    for (String id : List.of(metadata.path("documentOid").asString(), register, "x")) {
      assertThat(calls.my(client, LIST + "/" + id).code()).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void documentsOfOneMomentArePagedEachOnce() {
    for (int i = 0; i < 5; i++) {
      calls.stored(NORTH, titled("s" + i));
    }
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      Answer page = calls.my(client, LIST + "?limit=2" + next);
      seen.addAll(titles(page));
      next = page.body().path("next").isNull() ? "" : "&cursor=" + page.text("next");
    } while (!next.isEmpty());
    assertThat(seen).containsExactlyInAnyOrder("s0", "s1", "s2", "s3", "s4");
  }

  @Test
  void onlyACitizenIsLetIn() {
    for (String path : List.of(LIST, LIST + "/" + UUID.randomUUID())) {
      Answer provider = calls.send(HttpMethod.GET, path, Calls.token(NORTH, "records.query"), null);
      assertThat(provider.status()).isEqualTo(403);
      assertThat(provider.code()).isEqualTo("SCOPE_MISSING");
      assertThat(calls.send(HttpMethod.GET, path, null, null).status()).isEqualTo(401);
      Answer nobody = calls.send(HttpMethod.GET, path, Calls.token(NORTH, "citizen"), null);
      assertThat(nobody.code()).isEqualTo("CITIZEN_NOT_IDENTIFIED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=nonsense"})
  void whatIsNoRequestIsRefused(String path) {
    assertThat(calls.my(client, LIST + path).status()).isEqualTo(400);
  }

  @Test
  void aCursorOfAnotherListIsNone() {
    String cursor = Cursor.encode("2026-01-01T00:00:00Z", "1.2.246.10.1", 1);
    assertThat(calls.my(client, LIST + "?cursor=" + cursor).status()).isEqualTo(400);
    String half = Cursor.encode("2026-01-01T00:00:00Z", "nonsense");
    assertThat(calls.my(client, LIST + "?cursor=" + half).status()).isEqualTo(400);
  }
}
