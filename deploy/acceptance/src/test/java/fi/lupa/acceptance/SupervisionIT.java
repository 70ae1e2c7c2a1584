package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.Matters;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.api.Secrets;
import fi.lupa.acceptance.api.Supervision;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.system.Lupa;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A controller's officer watches the use log of the own register (issue 6). */
@Order(15)
class SupervisionIT {
  private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

  private final Supervision north = new Supervision(NORTH);
  private final Person client = Person.next();

  @BeforeAll
  static void world() {
    World.prepare();
  }

  private String queried() {
    return Http.expect(200, Records.ownRegister(NORTH, client)).text("/queryId");
  }

  /** As if it had happened then: a night or a week can't be waited for. */
  private static void happened(String queryId, Instant time) {
    OffsetDateTime then = time.atOffset(ZoneOffset.UTC);
    try (Connection disclosure = Lupa.shared().database("disclosure")) {
      for (String table :
          List.of(
              "update access_record set occurred_at = ? where id = ?::uuid",
              "update use_log set occurred_at = ? where access_id = ?::uuid")) {
        try (PreparedStatement move = disclosure.prepareStatement(table)) {
          move.setObject(1, then);
          move.setString(2, queryId);
          assertThat(move.executeUpdate()).isPositive();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant yesterday(int hour) {
    LocalDate day = LocalDate.now(FINLAND).minusDays(1);
    return day.atTime(LocalTime.of(hour, 30)).atZone(FINLAND).toInstant();
  }

  @Test
  void aSearchShowsWhoAskedAndIsInTheClientsLog() {
    String id = queried();

    Reply found = north.search(client);

    JsonNode row = found.list("/items").getFirst();
    assertThat(row.path("queryId").asString()).isEqualTo(id);
    assertThat(row.at("/requester/professional/name").asString()).isEqualTo(Secrets.PROFESSIONAL);
    assertThat(row.path("purpose").asString()).isEqualTo("SERVICE_PLANNING");
    assertThat(row.path("legalReferences").size()).isPositive();
    assertThat(found.body()).doesNotContain(client.identityCode());
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(MyLog.of(client).of("LOG_READ"))
                .singleElement()
                .satisfies(told ->
                    assertThat(told.path("sentence").asString())
                        .contains("Pohjoisrannan")
                        .doesNotContain(Secrets.PROFESSIONAL)));
    assertThat(new Supervision(SOUTH).search(client).list("/items"))
        .as("another's register")
        .isEmpty();
    Http.refuse(
        403,
        "SCOPE_MISSING",
        Call.post(client, "/v1/log/searches", Map.of("requester", north.officer())));
  }

  @Test
  void everySignalIsFoundAndExplained() {
    Http.expect(201, Matters.relationship(client).intoOwn(NORTH, client));
    String professional = "signal-" + UUID.randomUUID();
    String name = Secrets.note("Aino Asiakas-Testinen");
    for (int i = 0; i < 29; i++) {
      Http.expect(200, Records.ownRegister(NORTH, Person.next(), professional, name));
    }
    String ofAClient =
        Http.expect(200, Records.ownRegister(NORTH, client, professional, name)).text("/queryId");
    Http.expect(
        200,
        north.staff(
            Map.of(
                "professional", professional,
                "identityCode", client.identityCode(),
                "address", Map.of("street", "mallikatu 1", "postalCode", "00100"))));
    assertThat(north.signals(client, ofAClient))
        .contains("MANY_CLIENTS", "SAME_SURNAME", "SAME_ADDRESS", "COLLEAGUE")
        .doesNotContain("BREAK_GLASS", "NO_LATER_DOCUMENT");
    for (String signal : List.of("MANY_CLIENTS", "SAME_SURNAME", "SAME_ADDRESS", "COLLEAGUE")) {
      assertThat(north.raising(signal, client)).as(signal).contains(ofAClient);
    }

    Person other = Person.next();
    String ordinary = Http.expect(200, Records.ownRegister(NORTH, other)).text("/queryId");
    happened(ordinary, yesterday(12));
    assertThat(north.signals(other, ordinary)).doesNotContain("NIGHT", "NO_LATER_DOCUMENT");
    happened(ordinary, yesterday(2));
    assertThat(north.signals(other, ordinary)).contains("NIGHT");
    assertThat(north.raising("NIGHT", other)).containsExactly(ordinary);
    happened(ordinary, Instant.now().minus(Duration.ofDays(8)));
    assertThat(north.raising("NO_LATER_DOCUMENT", other)).containsExactly(ordinary);

    Http.expect(201, Document.xhtml("1506.7009", "FAMILIES", client).intoOwn(NORTH, client));
    String secured = Http.expect(200, Records.secured(SOUTH, client)).text("/queryId");
    assertThat(north.raising("BREAK_GLASS", client)).containsExactly(secured);

    for (String language : LANGUAGES) {
      assertThat(north.explanations(language))
          .hasSize(7)
          .allSatisfy((signal, text) -> assertThat(text).as(signal).isNotBlank());
    }
  }

  @Test
  void theLogIsTakenAlongForMonitoringAndGoesOnWhereItEnded() {
    String first = queried();
    String second = queried();
    Instant noon = yesterday(12);
    happened(first, noon);
    happened(second, noon.plusMillis(1));
    var period = Map.of("from", noon.toString(), "to", noon.plusSeconds(1).toString());

    Reply lines = export(period, Map.of("format", "NDJSON"));

    assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
    List<JsonNode> rows = lines.body().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(rows)
        .extracting(row -> row.path("queryId").asString())
        .containsSubsequence(first, second);
    assertThat(lines.body()).doesNotContain(client.identityCode(), Secrets.PROFESSIONAL);
    JsonNode firstRow =
        rows.stream()
            .filter(row -> row.path("queryId").asString().equals(first))
            .findFirst()
            .orElseThrow();
    assertThat(firstRow.path("client"))
        .as("the pseudonym that searches show")
        .isEqualTo(north.search(client).list("/items").getFirst().path("client"));
    String rest =
        export(period, Map.of("format", "NDJSON", "cursor", firstRow.path("cursor").asString()))
            .body();
    assertThat(rest).contains(second).doesNotContain(first);

    Reply syslog = export(period, Map.of("format", "SYSLOG"));
    assertThat(syslog.body().lines().filter(line -> line.contains(first)))
        .singleElement()
        .asString()
        .matches("<1(08|09|10)>1 \\S+Z - lupa - QUERY \\[lupa@\\d+ cursor=.*\\] QUERY [A-Z]+");
    assertThat(syslog.body()).doesNotContain(client.identityCode(), Secrets.PROFESSIONAL);
  }

  private Reply export(Map<String, String> period, Map<String, String> more) {
    Map<String, Object> body = new HashMap<>(period);
    body.putAll(more);
    return Http.expect(200, north.ask("/v1/log/exports", body));
  }

  @Test
  void aDisclosureByOtherMeansIsToldWithoutNames() {
    String recipient = note();

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(MyLog.of(client).of("DISCLOSURE_NOTICE"))
                .singleElement()
                .satisfies(told ->
                    assertThat(told.toString())
                        .contains("Itä-Suomen poliisilaitos")
                        .doesNotContain(recipient, "1.2.246.10")));
  }

  /** Notes one; gives back the name of who received the data. */
  private String note() {
    String recipient = Secrets.note("Risto Rinne-Testinen");
    Http.expect(
        201,
        Call.create(
            NORTH,
            "/v1/disclosure-notices",
            Map.of(
                "client", client.client(),
                "author", north.officer(),
                "disclosedOn", LocalDate.now(FINLAND).toString(),
                "recipient",
                    Map.of(
                        "kind",
                        "POLICE",
                        "organisationName",
                        Map.of("fi", "Itä-Suomen poliisilaitos"),
                        "name",
                        recipient),
                "discloser",
                    Map.of(
                        "name",
                        Secrets.PROFESSIONAL,
                        "title",
                        "sosiaalityöntekijä",
                        "unit",
                        NORTH.unit()),
                "ground", "RECIPIENTS_RIGHT",
                "provision", "812/2000 18 §",
                "purpose", "GUIDANCE_SUPERVISION",
                "disclosed", "Asiakkuuden alkamis- ja päättymispäivä.")));
    return recipient;
  }

  private static final String MINE = "/v1/my/log-requests";

  private String requested() {
    String controller =
        Http.expect(200, Call.get(client, MINE + "/controllers")).list("/items").stream()
            .filter(one -> one.at("/name/fi").asString().startsWith("Pohjoisrannan"))
            .map(one -> one.path("id").asString())
            .findFirst()
            .orElseThrow();
    Reply made = Http.expect(201, Call.create(client, MINE, Map.of("controller", controller)));
    assertThat(LocalDate.parse(made.text("/dueOn")))
        .isEqualTo(LocalDate.now(FINLAND).plusMonths(2));
    return made.text("/id");
  }

  private JsonNode mine(String id) {
    return Http.expect(200, Call.get(client, MINE)).list("/items").stream()
        .filter(one -> one.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLogRequestIsAnsweredWithNamesAndExplained() {
    queried();
    String recipient = note();
    String id = requested();
    String acts = "/v1/log/requests/" + id;
    assertThat(
            Http.expect(
                    200, north.ask("/v1/log/requests/searches", Map.of("open", true, "limit", 200)))
                .body())
        .contains(id);
    Reply before = Http.expect(200, Call.get(client, MINE + "/" + id + "/answer"));
    assertThat(before.list("/items")).as("nothing before the decision").isEmpty();
    Http.refuse(409, "LOG_REQUEST_OPEN", Call.get(client, MINE + "/" + id + "/document"));
    assertThat(Http.expect(200, north.ask(acts + "/answer", Map.of())).list("/items")).hasSize(1);
    Http.refuse(
        404,
        "NOT_FOUND",
        new Supervision(SOUTH).act(acts + "/decision", Map.of("verdict", "GRANTED")));

    Http.expect(201, north.act(acts + "/decision", Map.of("verdict", "GRANTED")));

    Reply answer = Http.expect(200, Call.get(client, MINE + "/" + id + "/answer"));
    assertThat(answer.text("/items/0/professional/name")).isEqualTo(Secrets.PROFESSIONAL);
    assertThat(answer.text("/notices/0/recipientName")).isEqualTo(recipient);
    assertThat(answer.body()).doesNotContain("1.2.246.10");
    for (String language : LANGUAGES) {
      Reply paper =
          Http.expect(200, Call.get(client, MINE + "/" + id + "/document").language(language));
      assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
      assertThat(paper.body()).startsWith("%PDF-");
    }

    Http.expect(
        201,
        Call.create(
            client,
            MINE + "/" + id + "/explanations",
            Map.of("question", "Miksi tietojani katsottiin?")));
    assertThat(mine(id).path("state").asString()).isEqualTo("EXPLANATION_ASKED");
    Http.expect(
        201,
        north.act(
            acts + "/explanation",
            Map.of("lawful", true, "opinion", "Työntekijä valmisteli asiakkaan päätöstä.")));
    assertThat(mine(id).path("state").asString()).isEqualTo("EXPLAINED");
    assertThat(mine(id).at("/explanations/0/lawful").asBoolean()).isTrue();
    Http.refuse(404, "NOT_FOUND", Call.get(Person.next(), MINE + "/" + id + "/answer"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(MyLog.of(client).of("LOG_REQUEST")).hasSize(4));
    assertThat(MyLog.of(client).of("LOG_REQUEST").toString())
        .doesNotContain("Miksi", "valmisteli", Secrets.PROFESSIONAL);
  }

  @Test
  void aRefusalIsADocumentWithItsReasons() {
    queried();
    String id = requested();
    String decision = "/v1/log/requests/" + id + "/decision";
    Http.refuse(422, "LOG_DECISION_INCOMPLETE", north.act(decision, Map.of("verdict", "REFUSED")));

    Http.expect(
        201,
        north.act(
            decision,
            Map.of(
                "verdict", "REFUSED",
                "ground", "DANGER_TO_HEALTH_OR_CARE",
                "explanation", "Tieto vaarantaisi asiakkaan hoidon.")));

    assertThat(mine(id).path("state").asString()).isEqualTo("REFUSED");
    assertThat(mine(id).at("/decision/explanation").asString()).contains("vaarantaisi");
    assertThat(Http.expect(200, Call.get(client, MINE + "/" + id + "/answer")).list("/items"))
        .isEmpty();
    assertThat(Http.expect(200, Call.get(client, MINE + "/" + id + "/document")).body())
        .startsWith("%PDF-");
    Http.refuse(409, "LOG_REQUEST_DECIDED", north.act(decision, Map.of("verdict", "GRANTED")));
  }
}
