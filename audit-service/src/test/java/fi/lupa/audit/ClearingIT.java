package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.audit.ingest.OldEvents;
import fi.lupa.audit.retention.AnotherClearing;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.WithholdingGround;
import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.RepresentationChanged;
import fi.lupa.contracts.event.WithholdingChanged;
import fi.lupa.platform.loop.Loop;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.verify.file.Address;
import fi.lupa.verify.file.Dump;
import fi.lupa.verify.file.ExportedLog;
import fi.lupa.verify.log.Flaw;
import fi.lupa.verify.log.LogVerifier;
import fi.lupa.verify.log.Verdict;
import fi.lupa.verify.note.NoteKey;
import fi.lupa.verify.note.NoteSigner;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is older than the law lets the log keep goes, what is still needed stays, all is proved. */
@DirtiesContext
class ClearingIT extends AuditIT {
  private static final Instant OLD = Instant.parse("2005-03-03T12:00:00Z");
  private static final Instant RECENT = Instant.parse("2026-11-22T12:00:00Z");
  private static final NoteKey KEY = NoteSigner.parse(ServiceProperties.LOG_KEY).key();
  private static final JsonNode NOTHING = JsonMapper.shared().createObjectNode();

  private static Backends.Database database;
  private static Sql sql;

  @Autowired
  @Qualifier("clearing")
  Loop clearing;

  @Autowired ApplicationContext context;
  @LocalServerPort int port;
  @TempDir Path folder;

  private final Person person = AuditService.person();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = register(registry);
    sql = new Sql(database);
    registry.add("lupa.log.retention.look", () -> "100ms");
  }

  @BeforeEach
  void nothingIsClearedUntilAskedFor() {
    clearing.stop();
  }

  @Test
  void whatIsDueGoesAndIsToldApartFromWhatWasTakenAway() throws Exception {
    UUID due = topics.send(Events.read(person.ref(), 1), OLD);
    UUID stays = topics.send(Events.read(person.ref(), 2), RECENT);
    topics.send(Events.read(person.ref(), 2), Instant.parse("2015-01-01T00:00:00Z"));
    await().until(() -> service.ids(service.log(person)).size() == 3);
    String file = exported();

    cleared();

    assertThat(service.ids(service.log(person))).hasSize(2).contains(stays).doesNotContain(due);
    assertThat(Instant.parse(service.log(person).at("/coverage/from").asString()))
        .isAfter(Instant.parse("2014-11-21T00:00:00Z"));
    assertThat(sql.number("select count(*) from log_entry where event_id = '" + due + "'"))
        .isZero();
    assertThat(
            sql.number(
                "select count(*) from log_leaf leaf join log_leaf clearing on clearing.cleared = leaf.idx"
                    + " where leaf.salts is null and clearing.why = 'RETENTION' and leaf.event_id = '"
                    + due
                    + "'"))
        .isOne();
    assertThat(ExportedLog.verify(new StringReader(file), List.of(KEY)))
        .isInstanceOfSatisfying(
            ExportedLog.Finding.Holds.class, holds -> assertThat(holds.proved()).isEqualTo(3));
    long size = signed();
    assertThat(verifier().verify(files(), List.of())).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict())
        .isInstanceOfSatisfying(
            Verdict.Intact.class,
            intact -> {
              assertThat(intact.cleared().expired()).isPositive();
              assertThat(intact.cleared().erased()).isZero();
            });
    assertThat(size).isPositive();

    long place = sql.number("select idx from log_leaf where event_id = '" + stays + "'");
    String data = sql.text("select data from event where event_id = '" + stays + "'");
    sql.execute("update event set data = null where event_id = '" + stays + "'");
    assertThat(verdict())
        .isInstanceOfSatisfying(
            Verdict.Broken.class,
            broken -> {
              assertThat(broken.flaw()).isEqualTo(Flaw.PAYLOAD_MISSING);
              assertThat(broken.from()).isEqualTo(place);
            });
    sql.execute("update event set data = '" + data + "' where event_id = '" + stays + "'");
    topics.send(due, Events.read(person.ref(), 1), OLD);
    UUID later = topics.send(Events.read(person.ref(), 1), RECENT.plusSeconds(1));
    await().until(() -> service.ids(service.log(person)).contains(later));
    assertThat(
            sql.number(
                "select count(*) from event where data is null and event_id = '" + due + "'"))
        .isOne();
  }

  @Test
  void whatSomethingLivingNeedsStaysAndARebuildGivesTheSame() throws Exception {
    Person gone = AuditService.person();
    ClientRef former = new ClientRef(UUID.randomUUID());
    ClientRef goneFormer = new ClientRef(UUID.randomUUID());
    topics.send(Events.read(person.ref(), 1), RECENT);
    UUID names =
        topics.send(
            Events.organisation(
                Events.PRODUCER,
                Events.PRODUCER_NAME,
                Events.PRODUCER_UNIT,
                Events.PRODUCER_UNIT_NAME),
            OLD);
    UUID replaced = inOrder(link(person.ref(), former, 1, ClientLinked.State.CANCELLED), OLD);
    UUID link =
        inOrder(link(person.ref(), former, 2, ClientLinked.State.LINKED), OLD.plusSeconds(1));
    UUID goneLink = topics.send(link(gone.ref(), goneFormer, 1, ClientLinked.State.LINKED), OLD);
    UUID stands = topics.send(relation(1, RepresentationRole.MANDATE, true, null), OLD);
    UUID mandateOver =
        topics.send(
            relation(1, RepresentationRole.MANDATE, true, LocalDate.parse("2006-01-01")), OLD);
    UUID grownUp = topics.send(relation(1, RepresentationRole.GUARDIAN_OF_MINOR, true, null), OLD);
    UUID ended = topics.send(relation(2, RepresentationRole.MANDATE, false, null), OLD);
    await().until(() -> sql.number("select count(*) from representation") >= 4);
    await().until(() -> sql.number("select count(*) from client_link") >= 2);

    cleared();

    assertThat(
            sql.rows(
                "select event_id::text from event where data is not null and event_id::text in ('"
                    + String.join(
                        "','",
                        List.of(
                                names,
                                replaced,
                                link,
                                goneLink,
                                stands,
                                mandateOver,
                                grownUp,
                                ended)
                            .stream()
                            .map(UUID::toString)
                            .toList())
                    + "')"))
        .containsExactlyInAnyOrder(names.toString(), link.toString(), stands.toString());
    assertThat(
            sql.number(
                "select count(*) from client_link where former_ref = '" + goneFormer.value() + "'"))
        .isZero();
    Map<String, String> before = tables();
    rebuilt();
    assertThat(tables()).isEqualTo(before);
    assertThat(service.ids(service.log(person))).contains(link, stands);
  }

  /** None is set for longer than a year: one of so long ago is in force in this test only. */
  @Test
  void aWithholdingThatIsOverGoesWithItsEvents() throws Exception {
    UUID over = withholding(LocalDate.parse("2006-03-01"));
    UUID inForce = withholding(LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(9));

    cleared();

    assertThat(sql.rows("select id::text from withholding")).containsExactly(inForce.toString());
    assertThat(
            sql.rows(
                "select data::json ->> 'id' from event where data is not null"
                    + " and type = 'fi.lupa.audit.withholding-changed.v1'"))
        .containsExactly(inForce.toString())
        .doesNotContain(over.toString());
    sql.execute("delete from withholding");
  }

  private UUID withholding(LocalDate until) throws SQLException {
    UUID id = UUID.randomUUID();
    OldEvents.keep(
        context,
        new WithholdingChanged(
            id,
            1,
            WithholdingChanged.State.SET,
            person.ref(),
            Events.COUNTY,
            WithholdingGround.SECURITY,
            null,
            null,
            null,
            until,
            OLD),
        OLD);
    sql.execute(
        "insert into withholding (id, version, client_ref, controller, controller_id, ground, until, told, set_at)"
            + " values ('%s', 1, '%s', '%s', gen_random_uuid(), 'SECURITY', '%s', false, '%s')"
                .formatted(id, person.ref().value(), Events.COUNTY.value(), until, OLD));
    return id;
  }

  @Test
  void twoInstancesAtOnceClearEachEventOnce() throws Exception {
    ClientRef many = new ClientRef(UUID.randomUUID());
    for (int n = 0; n < 3_000; n++) {
      topics.send(Events.read(many, 1), OLD.plusSeconds(n));
    }
    topics.flush();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            sql.number("select count(*) from log_entry where client_ref = '" + many.value() + "'")
                == 3_000);
    Loop another = AnotherClearing.of(context);
    another.start();
    try {
      cleared();
    } finally {
      another.stop();
    }

    assertThat(
            sql.number("select count(*) from log_entry where client_ref = '" + many.value() + "'"))
        .isZero();
    assertThat(sql.number("select count(*) from log_leaf where cleared is not null"))
        .isEqualTo(
            sql.number(
                "select count(*) + (select coalesce(sum(events), 0) from log_month_dropped)"
                    + " from event where data is null"));
    assertThat(verdict()).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void aMonthIsDroppedWhenAllItHeldIsClearedAndProvedElsewhereAndNotBefore() throws Exception {
    Instant april = Instant.parse("2006-04-05T12:00:00Z");
    Instant may = Instant.parse("2006-05-05T12:00:00Z");
    UUID old = topics.send(Events.read(person.ref(), 1), april);
    UUID inMay = topics.send(Events.read(person.ref(), 1), may);
    UUID names =
        topics.send(
            Events.organisation(
                Events.COUNTY, Events.COUNTY_NAME, Events.COUNTY_UNIT, Events.COUNTY_NAME),
            may);
    await().until(() -> service.ids(service.log(person)).size() == 2);
    await()
        .until(
            () -> sql.number("select count(*) from event where event_id = '" + names + "'") == 1);

    refused("2006-04", "LM001", "LOG_MONTH_NOT_CLEARED");
    refused(RECENT.toString().substring(0, 7), "LM001", "LOG_MONTH_NOT_CLEARED");
    cleared();
    refused("2006-04", "LM002", "LOG_MONTH_NOT_ANCHORED");
    anchor(
        sql.number("select idx from log_leaf where event_id = '" + inMay + "' and cleared is null")
            + 1);
    refused("2006-04", "LM002", "LOG_MONTH_NOT_ANCHORED");
    anchor(signed());
    sql.execute("update event set data = 'x' where event_id = '" + old + "'");
    refused("2006-04", "LM001", "LOG_MONTH_NOT_CLEARED");
    sql.execute("update event set data = null where event_id = '" + old + "'");
    service.operate(NOTHING, "/v1/log/months/2006-07/removal").expectStatus().isNotFound();
    service.operate(NOTHING, "/v1/log/months/april/removal").expectStatus().isNotFound();
    service
        .post(
            TestIssuer.shared().token(Events.COUNTY.value(), "log.supervise"),
            NOTHING,
            "/v1/log/months/2006-04/removal")
        .expectStatus()
        .isForbidden();
    Map<String, String> before = tables();

    JsonNode april1 = AuditService.json(service.operate(NOTHING, "/v1/log/months/2006-04/removal"));
    JsonNode may1 = AuditService.json(service.operate(NOTHING, "/v1/log/months/2006-05/removal"));

    assertThat(AuditService.json(service.operate(NOTHING, "/v1/log/months/2006-04/removal")))
        .as("asked once more")
        .isEqualTo(april1);
    assertThat(april1.get("events").asLong()).isOne();
    assertThat(april1.get("kept").asLong()).isZero();
    assertThat(may1.get("events").asLong()).isOne();
    assertThat(may1.get("kept").asLong()).isOne();
    assertThat(sql.text("select to_regclass('event_2006_04')::text")).isNull();
    assertThat(sql.text("select to_regclass('log_entry_2006_04')::text")).isNull();
    assertThat(sql.rows("select event_id::text from event_2006_05"))
        .containsExactly(names.toString());
    assertThat(verdict()).isInstanceOf(Verdict.Intact.class);
    rebuilt();
    assertThat(tables()).isEqualTo(before);

    // Kafka gives them once more
    topics.send(old, Events.read(person.ref(), 1), april);
    topics.send(Events.read(person.ref(), 1), april);
    UUID later = topics.send(Events.read(person.ref(), 1), RECENT);
    await().until(() -> service.ids(service.log(person)).contains(later));
    assertThat(service.ids(service.log(person))).containsExactly(later);
    assertThat(sql.number("select count(*) from dead_letter")).isZero();
    assertThat(
            sql.number(
                "select count(*) from event where time < '2006-05-01' and time > '2006-04-01'"))
        .isZero();
  }

  /** By whoever asks: the service, and anybody with SQL. */
  private void refused(String month, String state, String code) {
    assertThatThrownBy(() -> sql.execute("select drop_month('" + month + "-01', 'test')"))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
    service
        .operate(NOTHING, "/v1/log/months/{month}/removal", month)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  private void cleared() {
    clearing.start();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            sql.number(
                    "select count(*) from event where data is not null and time < '2014-01-01'"
                        + " and why_still_needed(type, data, '2014-01-01', current_date) is null")
                == 0);
    clearing.stop();
  }

  private void anchor(long size) throws SQLException {
    sql.execute(
        "insert into log_anchor values ("
            + size
            + ", gen_random_uuid()::text, now(), now(), 'test')");
  }

  /** Of what the checkpoint is that has all leaves. */
  private long signed() throws SQLException {
    long size = sql.number("select size from log_tree");
    await().until(() -> sql.number("select max(size) from log_checkpoint") >= size);
    return sql.number("select max(size) from log_checkpoint");
  }

  private void rebuilt() {
    byte[] begun =
        service
            .operate(NOTHING, "/v1/log/rebuilds")
            .expectStatus()
            .isAccepted()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    String id = JsonMapper.shared().readTree(begun).get("id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            AuditService.json(service.operate("/v1/log/rebuilds/{id}", id))
                .get("state")
                .asString()
                .equals("SWITCHED"));
  }

  /** What has one key is read in the order in which it was sent. */
  private UUID inOrder(ClientLinked event, Instant time) {
    UUID id = UUID.randomUUID();
    topics.send(id, event, time, event.id().toString());
    return id;
  }

  private static ClientLinked link(
      ClientRef client, ClientRef former, long version, ClientLinked.State state) {
    return Events.link(client, former, version, state);
  }

  private RepresentationChanged relation(
      long version, RepresentationRole role, boolean stands, LocalDate until) {
    return new RepresentationChanged(
        UUID.randomUUID(),
        version,
        stands ? RepresentationChanged.State.REGISTERED : RepresentationChanged.State.ENDED,
        person.ref(),
        new ClientRef(UUID.randomUUID()),
        role,
        null,
        LocalDate.parse("2005-01-01"),
        until,
        false,
        OLD);
  }

  private String exported() throws SQLException {
    signed();
    return service.exported(person);
  }

  private Verdict verdict() throws Exception {
    signed();
    Path file = folder.resolve("payloads.ndjson");
    String token = TestIssuer.shared().token("1.2.246.10.90000011.10.0", "log.operate");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/internal/log/payloads"))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    Files.write(file, answer.body());
    try (Dump dump = Dump.open(file)) {
      return verifier().verify(files(), List.of(), dump);
    }
  }

  private static LogVerifier verifier() {
    return new LogVerifier(KEY.name(), List.of(KEY));
  }

  private Address files() throws IOException {
    return new Address("http://localhost:" + port + "/v1/log/tiles");
  }

  private Map<String, String> tables() throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    for (String table : sql.rows("select unnest(read_model_tables())")) {
      tables.put(
          table,
          sql.text(
              "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                  + table
                  + " t"));
    }
    return tables;
  }
}
