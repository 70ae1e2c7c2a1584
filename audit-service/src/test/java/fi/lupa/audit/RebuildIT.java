package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Channel;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.event.ClientLinked.State;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.platform.loop.Loop;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TestIssuer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The read model is built anew while the log is read and fed, and nobody sees a difference. */
@DirtiesContext
class RebuildIT extends AuditIT {
  private static final String DEFINITIONS =
      """
      select tablename || ': ' || indexdef from pg_indexes
      where schemaname = 'public' and tablename = any(read_model_tables())
      union all
      select pg_get_triggerdef(oid) from pg_trigger
      where tgrelid::regclass::text = any(read_model_tables()) and not tgisinternal
      order by 1
      """;

  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant OLD = Instant.parse("2019-02-03T12:00:00Z");
  private static final String BEGIN = "/v1/log/rebuilds";
  private static final String ONE = BEGIN + "/{id}";
  private static final String ABANDON = ONE + "/abandonment";
  private static final int BACKLOG = 9_000;
  private static final int MEANWHILE = 1_000;

  private static Backends.Database database;
  private static Sql sql;

  @Autowired
  @Qualifier("rebuilding")
  Loop rebuilding;

  private final JsonMapper json = JsonMapper.shared();
  private final List<Person> persons =
      List.of(AuditService.person(), AuditService.person(), AuditService.person());

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = register(registry);
    sql = new Sql(database);
  }

  @Test
  void answersAreTheSameBeforeAndAfter() throws SQLException {
    everyKind();
    Map<String, String> before = tables();
    List<String> definitions = sql.rows(DEFINITIONS);
    List<JsonNode> logs = logs();

    JsonNode done = finished(begin());

    assertThat(done.get("state").asString()).isEqualTo("SWITCHED");
    assertThat(done.get("events").asLong()).isEqualTo(sql.number("select count(*) from event"));
    assertThat(tables()).isEqualTo(before);
    assertThat(logs()).isEqualTo(logs);
    assertThat(sql.rows(DEFINITIONS)).isEqualTo(definitions);
    assertThat(sql.number("select count(*) from pg_namespace where nspname = 'rebuild'")).isZero();
    UUID later = topics.send(Events.read(persons.getFirst().ref(), 1), TIME.plusSeconds(99));
    UUID older = topics.send(Events.read(persons.getFirst().ref(), 1), OLD.minusSeconds(9_999_999));
    await()
        .until(
            () -> service.ids(service.log(persons.getFirst())).containsAll(List.of(later, older)));
  }

  @Test
  void aDamagedReadModelIsWholeAgain() throws SQLException {
    everyKind();
    Map<String, String> before = tables();
    List<JsonNode> logs = logs();
    sql.execute(
        "delete from log_entry; delete from party_name; delete from client_link;"
            + " delete from representation; delete from log_year");
    assertThat(service.ids(service.log(persons.getFirst()))).isEmpty();

    finished(begin());

    assertThat(tables()).isEqualTo(before);
    assertThat(logs()).isEqualTo(logs);
  }

  @Test
  void whatComesMeanwhileIsInItAndAKillInTheMiddleLosesNothing() throws SQLException {
    everyKind();
    send(BACKLOG);
    rebuilding.stop();
    String id = begin();
    rebuilding.start();
    await().pollInterval(Duration.ofMillis(2)).until(() -> read(id).get("events").asLong() > 0);
    rebuilding.stop();
    assertThat(read(id).get("state").asString()).isEqualTo("RUNNING");
    assertThat(read(id).get("events").asLong()).isLessThan(BACKLOG);

    send(MEANWHILE);
    topics.send(Events.read(persons.getFirst().ref(), 1), OLD.minusSeconds(99_999_999));
    List<JsonNode> logs = settled();
    AtomicBoolean reading = new AtomicBoolean(true);
    CompletableFuture<Integer> readers =
        CompletableFuture.supplyAsync(() -> {
          int reads = 0;
          for (; reading.get(); reads++) {
            assertThat(logs()).isEqualTo(logs);
          }
          return reads;
        });
    rebuilding.start();
    send(MEANWHILE);
    finished(id);
    reading.set(false);

    assertThat(readers.join()).isPositive();
    assertThat(logs()).isEqualTo(logs);
    assertThat(
            sql.rows(
                "select event_id::text from event e where data::json ->> 'client' is not null"
                    + " and not exists (select from log_entry l where l.event_id = e.event_id and l.time = e.time)"))
        .isEmpty();
    assertThat(sql.number("select count(*) from log_entry"))
        .isEqualTo(
            sql.number("select count(*) from event where data::json ->> 'client' is not null"));
    Map<String, String> switched = tables();
    finished(begin());
    assertThat(tables()).isEqualTo(switched);
  }

  /** What a rebuild has read before it was erased isn't put in place after. */
  @Test
  void whatIsErasedWhileItIsReadStaysErased() throws Exception {
    rebuilding.stop();
    UUID entry = topics.send(Events.read(persons.getFirst().ref(), 1), TIME);
    await().until(() -> service.ids(service.log(persons.getFirst())).contains(entry));
    String id = begin();
    CompletableFuture<JsonNode> erasure;
    try (Connection reading = database.connect()) {
      reading.setAutoCommit(false);
      reading
          .createStatement()
          .execute("select from log_rebuild where state = 'RUNNING' for update");
      reading
          .createStatement()
          .execute(
              "insert into rebuild.log_entry select * from public.log_entry where event_id = '"
                  + entry
                  + "'");
      erasure =
          CompletableFuture.supplyAsync(() ->
              AuditService.json(
                  service.operate(
                      json.readTree(
                          "{\"ground\":\"DECISION\",\"decision\":\"TSV/1/2026\",\"decidedBy\":\"COURT\"}"),
                      "/v1/log/entries/{id}/erasure",
                      entry)));
      await()
          .until(() ->
              erasure.isDone()
                  || sql.number(
                          "select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                      > 0);
      reading.commit();
    }
    erasure.join();

    assertThat(
            sql.number("select count(*) from rebuild.log_entry where event_id = '" + entry + "'"))
        .isZero();
    rebuilding.start();
    assertThat(finished(id).get("state").asString()).isEqualTo("SWITCHED");
    assertThat(service.ids(service.log(persons.getFirst()))).doesNotContain(entry);
  }

  @Test
  void oneRunsAtATimeAndCanBeGivenUp() throws SQLException {
    rebuilding.stop();
    Map<String, String> before = tables();
    String id = begin();
    assertProblem(service.operate(empty(), BEGIN), 409, "REBUILD_RUNNING");

    JsonNode ended = AuditService.json(service.operate(empty(), ABANDON, id));

    assertThat(ended.get("state").asString()).isEqualTo("ABANDONED");
    assertProblem(service.operate(empty(), ABANDON, id), 409, "REBUILD_ENDED");
    assertThat(tables()).isEqualTo(before);
    assertThat(sql.number("select count(*) from pg_namespace where nspname = 'rebuild'")).isZero();
    rebuilding.start();
    assertThat(finished(begin()).get("state").asString()).isEqualTo("SWITCHED");
  }

  @Test
  void onlyTheOperatorRebuilds() {
    String supervisor = TestIssuer.shared().token("1.2.246.10.91000005.10.0", "log.supervise");
    String nobody = UUID.randomUUID().toString();
    assertProblem(service.post(supervisor, empty(), BEGIN), 403, "SCOPE_MISSING");
    assertProblem(service.get(supervisor, "en", ONE, nobody), 403, "SCOPE_MISSING");
    assertProblem(service.post(supervisor, empty(), ABANDON, nobody), 403, "SCOPE_MISSING");
    assertProblem(service.operate(ONE, nobody), 404, "NOT_FOUND");
    assertProblem(service.operate(empty(), ABANDON, "1"), 404, "NOT_FOUND");
  }

  /** Events that every table of the read model is built from, in more than one month. */
  private void everyKind() {
    long before = count();
    Person first = persons.getFirst();
    ClientRef former = new ClientRef(UUID.randomUUID());
    topics.send(
        Events.organisation(
            Events.PRODUCER, Events.PRODUCER_NAME, Events.PRODUCER_UNIT, Events.PRODUCER_UNIT_NAME),
        OLD);
    for (Person person : persons) {
      topics.send(Events.read(person.ref(), 2), TIME);
      topics.send(Events.read(person.ref(), 1), OLD);
      topics.send(Events.right(person.ref(), Change.GRANTED, null, null, null), TIME);
      topics.send(Events.informing(person.ref(), Channel.PROVIDER), TIME);
    }
    topics.send(Events.read(former, 1), TIME);
    topics.send(Events.link(first.ref(), former, 1, State.LINKED), TIME.plusSeconds(1));
    topics.send(
        Events.representation(
            first.ref(),
            RepresentationRole.MANDATE,
            1,
            RepresentationChanged.State.REGISTERED,
            null,
            null),
        TIME);
    topics.flush();
    await().until(() -> count() == before + 1 + 4L * persons.size() + 3);
  }

  private void send(int events) {
    long before = count();
    ClientRef somebody = new ClientRef(UUID.randomUUID());
    for (int i = 0; i < events; i++) {
      topics.send(Events.read(somebody, 1), TIME.plusMillis(i));
    }
    topics.flush();
    await().atMost(Duration.ofSeconds(60)).until(() -> count() >= before + events);
  }

  /** The logs when all that was sent has come. */
  private List<JsonNode> settled() {
    await().until(() -> service.log(persons.getFirst()).get("items").size() == 8);
    return logs();
  }

  private List<JsonNode> logs() {
    return persons.stream().map(person -> service.log(person).get("items")).toList();
  }

  private String begin() {
    byte[] body =
        service
            .operate(empty(), BEGIN)
            .expectStatus()
            .isAccepted()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return json.readTree(body).get("id").asString();
  }

  private JsonNode read(String id) {
    return AuditService.json(service.operate(ONE, id));
  }

  private JsonNode finished(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !read(id).get("state").asString().equals("RUNNING"));
    return read(id);
  }

  private Map<String, String> tables() throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    for (String table : sql.rows("select unnest(read_model_tables())")) {
      tables.put(
          table,
          sql.rows(
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                      + " from "
                      + table
                      + " t")
              .getFirst());
    }
    return tables;
  }

  private static long count() {
    try {
      return sql.number("select count(*) from event");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertProblem(WebTestClient.ResponseSpec response, int status, String code) {
    response.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  private JsonNode empty() {
    return json.createObjectNode();
  }
}
