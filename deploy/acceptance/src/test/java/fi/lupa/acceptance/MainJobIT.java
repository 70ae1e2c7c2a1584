package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.HOSPITAL;
import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.PRODUCER;
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
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.Schema;
import fi.lupa.acceptance.api.Secrets;
import fi.lupa.acceptance.api.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** The main job of issue 2, item by item; each step builds on the one before. */
@Order(10)
@Isolated("it takes the time of a system that does nothing else")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobIT {
  private static final Duration VISIBLE = Duration.ofSeconds(1);

  /** An access as the client should find it in the log. */
  private record Access(Organisation by, String id, String outcome, String code, int documents) {}

  private final Person client = Person.next();
  private final Person stranger = Person.next();
  private final List<Access> accesses = new ArrayList<>();

  private final Document plan =
      Document.json(Schema.of("1506.15003", "1506.15003"), "OLDER_PEOPLE", client);
  private final Document statement = Document.xhtml("1506.7009", "OLDER_PEOPLE", client);
  private final Document workPlan =
      Document.json(Schema.of("1506.15020", "1506.15003"), "WORKING_AGE", client);
  private final Document entry =
      Document.json(Schema.of("1506.19007", "1506.19001"), "DISABILITY", client);
  private final Document southern =
      Document.json(Schema.of("1506.15003", "1506.15003"), "OLDER_PEOPLE", client);
  private final Document strangers =
      Document.json(Schema.of("1506.15003", "1506.15003"), "OLDER_PEOPLE", stranger);
  private final Document producers =
      Document.json(Schema.of("1506.15004", "1506.15003"), "OLDER_PEOPLE", client);

  private Reply right = null;

  @Test
  @Order(1)
  void theOperatorRegistersWhoTakesPart() {
    World.prepare();
    for (Organisation organisation : List.of(NORTH, SOUTH, PRODUCER, HOSPITAL)) {
      Reply read = Http.expect(200, Call.get(NORTH, "/v1/organisations/" + organisation.oid()));
      assertThat(read.text("/status")).isEqualTo("JOINED");
      assertThat(read.list("/functions")).isNotEmpty();
      assertThat(read.list("/units")).isNotEmpty();
    }
  }

  @Test
  @Order(2)
  void theCountiesStoreDocumentsIntoTheirRegisters() {
    for (Document document : List.of(plan, statement, workPlan, entry)) {
      Reply stored = Http.expect(201, document.intoOwn(NORTH, client));
      assertThat(stored.text("/documentOid")).isEqualTo(document.oid());
      assertThat(stored.text("/controller")).isEqualTo(NORTH.oid());
    }
    Http.expect(201, southern.intoOwn(SOUTH, client));
    Http.expect(201, strangers.intoOwn(NORTH, stranger));
  }

  @Test
  @Order(3)
  void theCountyGrantsTheUnitARightForOneTask() {
    denied(PRODUCER, "NO_REGISTER_RIGHT", Records.underRight(client));
    right = Http.expect(201, Rights.grant(client, "OLDER_PEOPLE"));
    assertThat(right.holds("/effective")).isTrue();
    assertThat(right.text("/state")).isEqualTo("IN_FORCE");
    assertThat(right.text("/end")).isEqualTo(Rights.today().plusYears(1).toString());
    assertThat(right.body()).doesNotContain(client.identityCode());
  }

  @Test
  @Order(4)
  void theProducerGetsOfThatTasksDocumentsInThatRegisterWhatItsRoleSees() {
    Reply answer = partly(PRODUCER, 1, Records.underRight(client));
    assertThat(Records.contents(answer))
        .as("the plan; a statement isn't for a private producer (decree 457/2024 16 §)")
        .isEqualTo(contents(plan));
    assertThat(answer.holds("/someDataNotAvailable")).isTrue();
    assertThat(answer.body()).doesNotContain(statement.oid());
    denied(PRODUCER, "REGISTER_RIGHT_OTHER_TASK", Records.underRight(client, "WORKING_AGE"));
    denied(PRODUCER, "REGISTER_RIGHT_OTHER_UNIT", Records.underRight(client, 2));
    Http.refuse(403, "NO_REGISTER_RIGHT", Records.underRight(stranger));
  }

  @Test
  @Order(5)
  void whatTheProducerStoresIsInTheCountysRegisterAtOnce() {
    Reply stored = Http.expect(201, producers.underRight(client));
    assertThat(stored.text("/controller")).isEqualTo(NORTH.oid());
    Reply answer = answered(NORTH, 5, Records.ownRegister(NORTH, client));
    assertThat(Records.contents(answer))
        .isEqualTo(contents(plan, statement, workPlan, entry, producers));
  }

  @Test
  @Order(6)
  void aSecondCountyGetsTheRestByTheClientsPermit() {
    denied(SOUTH, "NOT_INFORMED", Records.disclosure(SOUTH, client));
    assertThat(Http.expect(201, Declarations.inform(client)).holds("/effective")).isTrue();
    denied(SOUTH, "NO_PERMIT", Records.disclosure(SOUTH, client));
    Http.expect(201, Declarations.permitSocialCare(client));
    Reply answer = answered(SOUTH, 5, Records.disclosure(SOUTH, client));
    assertThat(Records.contents(answer))
        .isEqualTo(contents(plan, statement, workPlan, entry, producers));
  }

  @Test
  @Order(7)
  void aProhibitedTaskAndDocumentAreLeftOutOfTheVeryNextQuery() {
    Http.expect(201, Declarations.prohibitTask(client, "DISABILITY"));
    Reply withoutTask = partly(SOUTH, 4, Records.disclosure(SOUTH, client));
    assertThat(Records.contents(withoutTask))
        .isEqualTo(contents(plan, statement, workPlan, producers));
    Http.expect(201, Declarations.prohibitDocument(client, statement));
    Reply without = partly(SOUTH, 3, Records.disclosure(SOUTH, client));
    assertThat(Records.contents(without)).isEqualTo(contents(plan, workPlan, producers));
    assertThat(without.holds("/someDataNotAvailable")).isTrue();
    assertThat(without.body()).doesNotContain(statement.oid()).doesNotContain(entry.oid());
    Reply underRight = partly(PRODUCER, 2, Records.underRight(client));
    assertThat(Records.contents(underRight))
        .as("a right is no disclosure: the client can't prohibit it")
        .isEqualTo(contents(plan, producers));
  }

  @Test
  @Order(8)
  void theHospitalIsDeniedUntilTheClientGivesTheSpecifiedPermit() {
    denied(HOSPITAL, "NO_CROSS_PERMIT", Records.disclosure(HOSPITAL, client));
    Http.expect(201, Declarations.permitHealthCare(client, "OLDER_PEOPLE"));
    Reply answer = partly(HOSPITAL, 3, Records.disclosure(HOSPITAL, client));
    assertThat(Records.contents(answer))
        .as("plans of the permitted task; no statement, no other task")
        .isEqualTo(contents(plan, producers, southern));
  }

  @Test
  @Order(9)
  void afterTheRightsEndTheVeryNextQueryIsDenied() {
    partly(PRODUCER, 2, Records.underRight(client));
    Reply ended = Http.expect(200, Rights.end(right.text("/id"), right.header("ETag")));
    assertThat(ended.holds("/effective")).isTrue();
    assertThat(ended.text("/state")).isEqualTo("ENDED");
    denied(PRODUCER, "REGISTER_RIGHT_ENDED", Records.underRight(client));
  }

  @Test
  @Order(10)
  void theClientReadsEveryAccessNewestFirst() {
    await()
        .atMost(VISIBLE)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> assertThat(MyLog.of(client).accesses()).hasSameSizeAs(accesses));
    MyLog log = MyLog.of(client);
    List<JsonNode> shown = log.accesses();
    for (int i = 0; i < shown.size(); i++) {
      tells(shown.get(i), accesses.get(accesses.size() - 1 - i));
    }
    List<Instant> times =
        log.entries().stream().map(e -> Instant.parse(e.path("time").asString())).toList();
    assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(log.of("DOCUMENT_STORED")).hasSize(6);
    assertThat(log.of("RIGHT")).hasSize(2);
    assertThat(log.of("DECLARATION")).hasSize(5);
    assertThat(MyLog.of(client, 3).entries()).as("in small pages").isEqualTo(log.entries());
    assertThat(MyLog.of(stranger).accesses()).as("someone else's log").hasSize(1);
  }

  @Test
  @Order(11)
  void theLogSpeaksThreeLanguagesAndNamesNoProfessional() {
    for (String language : List.of("fi", "sv", "en")) {
      Reply page = Http.expect(200, Call.get(client, "/v1/my/log?limit=200").language(language));
      assertThat(page.header("Content-Language")).isEqualTo(language);
      assertThat(page.list("/items"))
          .allSatisfy(e -> assertThat(e.path("sentence").asString()).isNotBlank());
      assertThat(page.body())
          .doesNotContain(Secrets.PROFESSIONAL, Secrets.AUTHOR, client.identityCode())
          .doesNotContain("1.2.246.10.");
    }
  }

  @Test
  @Order(12)
  void theLogSaysHowFarItReaches() {
    Instant last = Instant.parse(MyLog.of(client).entries().getFirst().path("time").asString());
    await().atMost(Duration.ofSeconds(10)).until(() -> MyLog.reach(client).isAfter(last));
    JsonNode coverage = MyLog.of(client).coverage();
    assertThat(Instant.parse(coverage.path("from").asString())).isBefore(last);
    assertThat(Instant.parse(coverage.path("to").asString())).isAfter(last);
    assertThat(coverage.path("sources").valueStream().map(s -> s.path("source").asString()))
        .containsExactlyInAnyOrder("AUTHORIZATION", "CONSENT", "DISCLOSURE");
    assertThat(coverage.path("gaps").size()).isZero();
  }

  @Test
  @Order(13)
  void everyDecisionIsReadBackWithItsRulesAndTheFactsVersions() {
    for (Access access : accesses) {
      Reply read = Http.expect(200, Records.decision(access.by(), access.id()));
      assertThat(read.text("/outcome")).isEqualTo(access.outcome());
      assertThat(read.text("/reasonCode")).isEqualTo(access.code());
      assertThat(read.text("/rulebook")).isEqualTo("ACT_703_2023");
      assertThat(read.list("/given")).hasSize(access.documents());
      List<JsonNode> rules = read.list("/rules");
      assertThat(rules)
          .isNotEmpty()
          .allSatisfy(rule -> assertThat(rule.path("legalReferences").size()).isPositive());
      assertThat(rules.stream().allMatch(rule -> rule.path("passed").asBoolean()))
          .isEqualTo(access.code().isEmpty());
      assertThat(rules.stream().flatMap(rule -> rule.path("facts").valueStream()))
          .isNotEmpty()
          .allSatisfy(fact -> assertThat(fact.path("version").asInt()).isPositive());
      assertThat(read.body()).doesNotContain(client.identityCode());
    }
    Reply last = Http.expect(200, Records.decision(PRODUCER, accesses.getLast().id()));
    assertThat(facts(last)).contains(Map.entry(right.text("/id"), 2));
    Http.refuse(404, "NOT_FOUND", Records.decision(HOSPITAL, accesses.getLast().id()));
  }

  private void tells(JsonNode shown, Access access) {
    Reply organisation =
        Http.expect(200, Call.get(NORTH, "/v1/organisations/" + access.by().oid()));
    Reply decision = Http.expect(200, Records.decision(access.by(), access.id()));
    assertThat(shown.path("outcome").asString()).isEqualTo(access.outcome());
    assertThat(shown.path("reasonCode").asString("")).isEqualTo(access.code());
    assertThat(shown.at("/organisation/fi").asString()).isEqualTo(organisation.text("/name/fi"));
    assertThat(organisation.json().path("units").findValuesAsString("fi"))
        .contains(shown.at("/unit/fi").asString());
    assertThat(shown.path("purpose").asString())
        .isIn(
            "Providing the service",
            "Planning the service",
            "Giving care in health care",
            "Assessing the need for services");
    assertThat(shown.path("basis").asString()).isEqualTo(decision.text("/basis"));
    assertThat(shown.path("legalReferences").valueStream())
        .isNotEmpty()
        .allSatisfy(law -> {
          assertThat(law.path("act").asString()).isIn("703/2023", "457/2024");
          assertThat(law.path("section").asString()).contains("§");
          assertThat(law.path("text").asString()).isNotBlank();
        });
    assertThat(shown.path("reason").isString()).isEqualTo(!access.code().isEmpty());
    assertThat(shown.path("documents").valueStream().mapToInt(d -> d.path("count").asInt()).sum())
        .isEqualTo(access.documents());
    Set<String> types =
        Set.copyOf(decision.json().path("given").findValuesAsString("documentType"));
    assertThat(Set.copyOf(shown.path("documents").findValuesAsString("documentType")))
        .isEqualTo(types);
    Instant decided = Instant.parse(decision.text("/time"));
    assertThat(Instant.parse(shown.path("time").asString()))
        .isBetween(decided, decided.plusSeconds(2));
  }

  private static List<Map.Entry<String, Integer>> facts(Reply decision) {
    return decision.list("/rules").stream()
        .flatMap(rule -> rule.path("facts").valueStream())
        .map(fact -> Map.entry(fact.path("id").asString(), fact.path("version").asInt()))
        .toList();
  }

  private static Map<String, String> contents(Document... documents) {
    return Stream.of(documents)
        .collect(java.util.stream.Collectors.toMap(Document::oid, Document::content));
  }

  private Reply answered(Organisation by, int documents, Call query) {
    return noted(by, "PERMITTED", documents, query);
  }

  private Reply partly(Organisation by, int documents, Call query) {
    return noted(by, "PARTIAL", documents, query);
  }

  private Reply noted(Organisation by, String outcome, int documents, Call query) {
    Reply answer = Http.expect(200, query);
    assertThat(answer.text("/decision/outcome")).isEqualTo(outcome);
    accesses.add(new Access(by, answer.text("/queryId"), outcome, "", documents));
    return answer;
  }

  private void denied(Organisation by, String code, Call query) {
    Reply refusal = Http.refuse(403, code, query);
    accesses.add(new Access(by, refusal.text("/queryId"), "DENIED", code, 0));
  }
}
