package fi.lupa.disclosure.logrequest;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.OrganisationIds;
import fi.lupa.contracts.event.EventType;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.DisclosureIT;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import fi.lupa.disclosure.support.Together;
import fi.lupa.disclosure.support.Topic;
import fi.lupa.disclosure.uselog.Supervising;
import fi.lupa.testkit.TestIssuer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A citizen asks for log data, a controller decides and answers, and nobody else learns of it. */
class LogRequestIT extends DisclosureIT {
  private static final Topic TOPIC = Topic.of("disclosure.events");
  private static final String MINE = "/v1/my/log-requests";

  /** A county of its own for each test, so that its log holds what the test did. */
  private final Oid county = Oids.organisation();

  private final Client client = Client.person();
  private Supervising officer;

  @BeforeEach
  void joined() {
    calls.given(Given.organisation(county, "SOCIAL", "PUBLIC"));
    officer = new Supervising(calls, county);
  }

  private Answer ask(Client citizen, ObjectNode more, String key) {
    return calls.send(
        HttpMethod.POST,
        MINE,
        Calls.citizenToken(citizen),
        more.put("controller", OrganisationIds.of(county).toString()),
        "Idempotency-Key",
        key);
  }

  private String asked() {
    Answer answer = ask(client, object(), Calls.newKey());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.text("id");
  }

  private Answer officer(String id, String act, Object... more) {
    return officer.send(
        "/v1/log/requests/" + id + "/" + act, object(more), "Idempotency-Key", Calls.newKey());
  }

  private JsonNode answer(String id) {
    Answer answer = calls.my(client, MINE + "/" + id + "/answer");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  /** The client's log is told this, in this order. */
  private static void told(String id, String... changes) {
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(TOPIC.about(id))
                .filteredOn(told -> told.type().equals(EventType.LOG_REQUEST_CHANGED.ceType()))
                .allSatisfy(told -> assertThat(told.violations()).isEmpty())
                .extracting(told -> told.data().path("change").asString())
                .containsExactly(changes));
  }

  private String text(String id, String language) throws java.io.IOException {
    return text(id, "document", language);
  }

  private String text(String id, String which, String language) throws java.io.IOException {
    byte[] pdf =
        plainHttp()
            .get()
            .uri(MINE + "/" + id + "/" + which)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + Calls.citizenToken(client))
            .header(HttpHeaders.ACCEPT_LANGUAGE, language)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void theAnswerNamesWhoUsedTheDataAndNobodyOfOthers() throws java.io.IOException {
    calls.given(Given.informed(client.ref()), Given.permit(client.ref(), "SOCIAL_CARE"));
    String document = calls.stored(county, Calls.metadata(client, county));
    calls.query(county, Calls.own(client, county));
    ObjectNode theirs = Calls.disclosure(client, SOUTH);
    ((ObjectNode) theirs.at("/requester/professional")).put("name", "Ville Vieras");
    calls.query(SOUTH, theirs);
    calls.send(
        HttpMethod.POST,
        "/v1/disclosure-notices",
        Calls.token(county, "records.write"),
        Calls.notice(client, county),
        "Idempotency-Key",
        "k");
    String id = asked();
    assertThat(answer(id).path("items").size()).as("nothing before the decision").isZero();

    assertThat(officer(id, "decision", "verdict", "GRANTED").status()).isEqualTo(201);

    JsonNode answer = answer(id);
    assertThat(answer.path("items").size()).isEqualTo(3);
    assertThat(answer.at("/items/0/professional").isMissingNode()).as("another's").isTrue();
    assertThat(answer.at("/items/1/professional/name").asString()).isEqualTo("Aino Aho");
    assertThat(answer.at("/items/1/purpose/en").asString()).isEqualTo("Providing the service");
    assertThat(answer.at("/notices/0/recipientName").asString()).isEqualTo("Risto Rinne");
    assertThat(answer.toString())
        .doesNotContain("1.2.246", "Ville", document, client.text(), client.ref().toString());
    String text = text(id, "fi");
    assertThat(text)
        .contains("Vastaus lokitietopyyntöön", "Aino Aho", "Risto Rinne", "Organisaatio")
        .doesNotContain("1.2.246", "Ville", client.text());
    assertThat(text(id, "sv")).contains("Svar på en begäran om logguppgifter");
    told(id, "RECEIVED", "GRANTED");
    assertThat(TOPIC.about(id).toString()).doesNotContain("Aino", "Tiina", client.text());
  }

  @Test
  void whatIsLeftOutIsLeftOutAndSaidWithItsGround() throws java.io.IOException {
    String kept = calls.query(county, Calls.own(client, county)).queryId();
    String hidden = calls.query(county, Calls.own(client, county)).queryId();
    String id = asked();
    assertThat(officer(id, "answer").body().path("items").size()).as("to decide by").isEqualTo(2);

    officer(
        id,
        "decision",
        "verdict",
        "PARTLY_GRANTED",
        "ground",
        "RIGHTS_OF_OTHERS",
        "explanation",
        "Toisen asiakkaan oikeudet vaarantuisivat.",
        "withheld",
        List.of(hidden));

    JsonNode answer = answer(id);
    assertThat(answer.at("/items").valueStream().map(item -> item.path("entry").asString()))
        .containsExactly(kept);
    assertThat(answer.at("/request/decision/withheld").asInt()).isEqualTo(1);
    assertThat(text(id, "en")).contains("somebody else's rights", "Toisen asiakkaan oikeudet");
  }

  @Test
  void aRefusalIsADocumentWithItsReasonsAndNothingElse() throws java.io.IOException {
    calls.query(county, Calls.own(client, county));
    String id = asked();
    assertThat(officer(id, "decision", "verdict", "REFUSED").code())
        .isEqualTo("LOG_DECISION_INCOMPLETE");
    officer(
        id,
        "decision",
        "verdict",
        "REFUSED",
        "ground",
        "CRIME_OR_SECURITY",
        "explanation",
        "Esitutkinta on kesken.");

    assertThat(answer(id).path("items").size()).isZero();
    assertThat(officer(id, "answer").body().path("items").size()).isZero();
    assertThat(text(id, "fi"))
        .contains("Päätös lokitietopyynnöstä", "Esitutkinta on kesken.", "tietosuojavaltuutetun")
        .doesNotContain("Aino");
  }

  @Test
  void oneDecidesAndTheOthersAreTold() {
    String id = asked();
    List<Integer> statuses =
        Together.all(4, _ -> officer(id, "decision", "verdict", "GRANTED").status());
    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    told(id, "RECEIVED", "GRANTED");
  }

  @Test
  void anExplanationIsAskedForAndGiven() {
    String id = asked();
    ObjectNode question = object("question", "Miksi tietojani katsottiin?");
    assertThat(question(id, question).code()).isEqualTo("LOG_REQUEST_OPEN");
    assertThat(
            officer(id, "explanation", "lawful", true, "opinion", "Työtehtävä vaati sitä.").code())
        .isEqualTo("EXPLANATION_NOT_ASKED");
    officer(id, "decision", "verdict", "GRANTED");

    assertThat(question(id, question).status()).isEqualTo(201);
    assertThat(question(id, question).code()).isEqualTo("LOG_REQUEST_OPEN");
    officer(
        id,
        "explanation",
        "lawful",
        false,
        "opinion",
        "Käytölle ei ollut perustetta.",
        "measures",
        "Työntekijää on huomautettu.");

    JsonNode told = calls.my(client, MINE).body().at("/items/0/explanations/0");
    assertThat(told.path("lawful").asBoolean()).isFalse();
    assertThat(told.path("measures").asString()).isEqualTo("Työntekijää on huomautettu.");
    told(id, "RECEIVED", "GRANTED", "EXPLANATION_ASKED", "EXPLAINED");
  }

  private Answer question(String id, ObjectNode question) {
    return calls.send(
        HttpMethod.POST,
        MINE + "/" + id + "/explanations",
        Calls.citizenToken(client),
        question,
        "Idempotency-Key",
        Calls.newKey());
  }

  @Test
  void theSameDataAgainMayCostWhatTheControllerSays() throws java.io.IOException {
    String first = asked();
    Object[] fee = {
      "verdict",
      "GRANTED",
      "fee",
      object("asked", true, "euros", "12.50", "costs", "Tulostus ja postitus.")
    };
    assertThat(officer(first, "decision", fee).code()).isEqualTo("LOG_FEE_NOT_DUE");
    assertThat(officer(first, "decision", "verdict", "GRANTED").status()).isEqualTo(201);
    String second = asked();
    String third = asked();
    assertThat(
            officer
                .send("/v1/log/requests/searches", object())
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("repeats").asBoolean()))
        .containsExactly(false, true, true);

    assertThat(officer(second, "decision", fee).status()).isEqualTo(201);
    officer(third, "decision", "verdict", "GRANTED", "fee", object("asked", false));

    assertThat(answer(second).at("/request/decision/fee/euros").asString()).isEqualTo("12.50");
    assertThat(text(second, "fi")).contains("12,50 €. Tulostus ja postitus.");
    assertThat(text(second, "en")).contains("€12.50. Tulostus ja postitus.");
    assertThat(text(third, "sv")).contains("Ingen avgift tas ut.");
    assertThat(text(first, "sv")).doesNotContain("avgift");
  }

  @Test
  void aQuestionOnPaperIsAnsweredOnPaper() throws java.io.IOException {
    String id = asked();
    assertThat(officer(id, "explanations/document", "language", "fi").code())
        .isEqualTo("EXPLANATION_NOT_ASKED");
    officer(id, "decision", "verdict", "GRANTED");
    Object[] question = {
      "receivedOn", "2026-11-20", "question", "Miksi tietojani katsottiin 12.11.2026?"
    };
    assertThat(
            officer(id, "explanations", "receivedOn", "2099-01-01", "question", "Miksi katsottiin?")
                .pointers())
        .containsExactly("/receivedOn");
    assertThat(officer(id, "explanations", question).status()).isEqualTo(201);
    assertThat(text(id, "explanations/document", "en")).contains("Waits for an answer.");
    officer(
        id,
        "explanation",
        "lawful",
        false,
        "opinion",
        "Käytölle ei ollut perustetta.",
        "measures",
        "Työntekijää on huomautettu.");

    assertThat(text(id, "explanations/document", "fi"))
        .contains(
            "Selvitys tietojen käytöstä ja luovutuksesta",
            "20.11.2026",
            "Miksi tietojani katsottiin 12.11.2026?",
            "ei ollut lainmukaista",
            "Käytölle ei ollut perustetta.",
            "Työntekijää on huomautettu.",
            "tietosuojavaltuutetun")
        .doesNotContain("1.2.246", client.text());
    assertThat(officer(id, "explanations/document", "language", "sv").status()).isEqualTo(200);
    told(id, "RECEIVED", "GRANTED", "EXPLANATION_ASKED", "EXPLAINED");
  }

  @Test
  void nobodyElseFindsTheRequest() {
    String id = asked();
    officer(id, "decision", "verdict", "GRANTED");
    Client other = Client.person();
    for (String what : List.of("answer", "document", "explanations/document")) {
      assertThat(calls.my(other, MINE + "/" + id + "/" + what).status()).isEqualTo(404);
    }
    assertThat(calls.my(other, MINE).body().path("items").size()).isZero();
    Supervising elsewhere = new Supervising(calls, NORTH);
    assertThat(elsewhere.send("/v1/log/requests/" + id + "/answer", object()).status())
        .isEqualTo(404);
    assertThat(
            elsewhere
                .send(
                    "/v1/log/requests/" + id + "/decision",
                    object("verdict", "GRANTED"),
                    "Idempotency-Key",
                    "x")
                .status())
        .isEqualTo(404);
    for (String path : List.of(MINE, MINE + "/controllers", MINE + "/" + id + "/answer")) {
      assertThat(
              calls
                  .send(
                      HttpMethod.GET,
                      path,
                      TestIssuer.shared().token(county.value(), "log.supervise"),
                      null)
                  .status())
          .isEqualTo(403);
    }
  }

  @Test
  void theDayIsWatched() {
    Answer entered =
        officer.send(
            "/v1/log/requests",
            object("client", client.json(), "receivedOn", "2026-08-20"),
            "Idempotency-Key",
            Calls.newKey());
    assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
    assertThat(entered.text("dueOn")).isEqualTo("2026-10-20");
    String later = asked();

    JsonNode all = officer.send("/v1/log/requests/searches", object("open", true)).body();
    assertThat(all.path("items").valueStream().map(one -> one.path("id").asString()))
        .containsExactly(entered.text("id"), later);
    assertThat(all.at("/items/0/overdue").asBoolean()).isTrue();
    assertThat(all.at("/items/0/client/identityCode").asString()).isEqualTo(client.text());
    JsonNode late = officer.send("/v1/log/requests/searches", object("overdue", true)).body();
    assertThat(late.path("items").size()).isEqualTo(1);
    assertThat(
            officer
                .send(
                    "/v1/log/requests/searches",
                    object(
                        "limit",
                        1,
                        "cursor",
                        officer.send("/v1/log/requests/searches", object("limit", 1)).text("next")))
                .body()
                .at("/items/0/id")
                .asString())
        .isEqualTo(later);
    assertThat(
            sql()
                .count(
                    "select count(*) from supervision where act = 'LOG_REQUESTS' and organisation = '"
                        + county
                        + "'"))
        .isEqualTo(4);
  }

  @Test
  void anExplanationIsDueTwoMonthsAfterItsQuestion() {
    String id =
        officer
            .send(
                "/v1/log/requests",
                object("client", client.json(), "receivedOn", "2026-08-20"),
                "Idempotency-Key",
                Calls.newKey())
            .text("id");
    officer(id, "decision", "verdict", "GRANTED");
    assertThat(overdue()).as("answered").isEmpty();

    officer(id, "explanations", "receivedOn", "2026-11-20", "question", "Miksi katsottiin?");
    JsonNode asked =
        officer.send("/v1/log/requests/searches", object("open", true)).body().at("/items/0");
    assertThat(asked.path("dueOn").asString()).isEqualTo("2027-01-20");
    assertThat(asked.path("overdue").asBoolean()).isFalse();
    assertThat(overdue()).isEmpty();

    officer(id, "explanation", "lawful", true, "opinion", "Hoitosuhde.");
    officer(id, "explanations", "receivedOn", "2026-09-01", "question", "Entä 1.8.?");
    assertThat(overdue()).containsExactly(id);
  }

  private List<String> overdue() {
    return officer
        .send("/v1/log/requests/searches", object("overdue", true))
        .body()
        .path("items")
        .valueStream()
        .map(one -> one.path("id").asString())
        .toList();
  }

  @Test
  void whatIsOlderThanTwoYearsNeedsAReasonAndDaysHoldTogether() {
    assertThat(ask(client, object("from", "2020-01-01"), Calls.newKey()).code())
        .isEqualTo("OLDER_THAN_TWO_YEARS");
    assertThat(
            ask(
                    client,
                    object("from", "2020-01-01", "specialReason", "Oikeudenkäynti on vireillä."),
                    Calls.newKey())
                .status())
        .isEqualTo(201);
    assertThat(
            ask(client, object("from", "2026-11-20", "to", "2026-11-19"), Calls.newKey())
                .pointers())
        .containsExactly("/from");
    assertThat(ask(client, object("to", "2027-01-01"), Calls.newKey()).pointers())
        .containsExactly("/to");
    assertThat(
            calls
                .send(
                    HttpMethod.POST,
                    MINE,
                    Calls.citizenToken(client),
                    object("controller", "00000000-0000-0000-0000-000000000000"),
                    "Idempotency-Key",
                    Calls.newKey())
                .pointers())
        .containsExactly("/controller");
  }

  @Test
  void theSameRequestTwiceIsOne() {
    String key = Calls.newKey();
    Answer first = ask(client, object(), key);
    assertThat(ask(client, object(), key).body()).isEqualTo(first.body());
    assertThat(calls.my(client, MINE).body().path("items").size()).isEqualTo(1);
  }

  @Test
  void theIdentityCodeStandsInTheRequestAndNowhereElse() {
    String id = asked();
    officer.send(
        "/v1/log/requests",
        object("client", client.json(), "receivedOn", "2026-11-20"),
        "Idempotency-Key",
        Calls.newKey());
    officer(id, "decision", "verdict", "GRANTED");
    question(id, object("question", "Miksi tietojani katsottiin?"));
    officer(id, "explanation", "lawful", true, "opinion", "Työtehtävä vaati sitä.");
    officer(id, "answer");

    for (String table :
        List.of("outbox", "idempotency", "supervision", "use_log", "access_record")) {
      assertThat(
              sql()
                  .count(
                      "select count(*) from %s t where t::text like '%%%s%%'"
                          .formatted(table, client.text())))
          .as(table)
          .isZero();
    }
    told(id, "RECEIVED", "GRANTED", "EXPLANATION_ASKED", "EXPLAINED");
  }

  @Test
  void everybodyWhoCanBeAskedIsListedWithoutIdentifiers() {
    List<JsonNode> listed = new ArrayList<>();
    String next = "";
    do {
      Answer page = calls.my(client, MINE + "/controllers?limit=200" + next);
      page.body().path("items").forEach(listed::add);
      next = page.body().path("next").isNull() ? "" : "&cursor=" + page.text("next");
    } while (!next.isEmpty());

    assertThat(listed)
        .extracting(one -> one.path("id").asString())
        .contains(OrganisationIds.of(NORTH).toString());
    assertThat(listed.toString()).doesNotContain("1.2.246");
  }
}
