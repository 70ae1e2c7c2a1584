package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Outcome;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.testkit.TestIssuer;
import fi.lupa.verify.file.Address;
import fi.lupa.verify.file.Dump;
import fi.lupa.verify.log.Flaw;
import fi.lupa.verify.log.LogVerifier;
import fi.lupa.verify.log.Verdict;
import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteKey;
import fi.lupa.verify.note.NoteSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is changed in the tables that the log is made of is found, and its first wrong place
 * named.
 */
class TamperIT extends AuditIT {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final int EVENTS = 300;
  private static final List<String> TABLES =
      List.of(
          "event",
          "log_entry",
          "log_leaf",
          "log_node",
          "log_tree",
          "log_checkpoint",
          "log_erasure");
  private static final NoteKey KEY = NoteSigner.parse(ServiceProperties.LOG_KEY).key();
  private static final LogVerifier VERIFIER = new LogVerifier(KEY.name(), List.of(KEY));
  private static Backends.Database database;
  private static Sql sql;

  /** The event of the leaf with that number, and its key. */
  private static final String EVENT =
      "(event_id, time) = (select event_id, time from log_leaf where idx = %d)";

  @LocalServerPort int port;
  @TempDir Path folder;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    database = register(registry);
    sql = new Sql(database);
  }

  @BeforeEach
  void fillAndKeep() throws SQLException {
    Person person = AuditService.person();
    if (sql.number("select size from log_tree") == 0) {
      for (int n = 0; n < EVENTS; n++) {
        topics.send(Events.stored(person.ref(), Outcome.PERMITTED, null), TIME.plusMillis(n));
      }
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> sql.number("select max(size) from log_checkpoint") == EVENTS);
    for (String table : TABLES) {
      sql.execute("create table saved_" + table + " as table " + table);
    }
  }

  @AfterEach
  void restore() throws SQLException {
    for (String table : TABLES) {
      // in one transaction: the service signs whatever it finds unsigned
      sql.execute(
          "truncate %1$s; insert into %1$s select * from saved_%1$s; drop table saved_%1$s"
              .formatted(table));
    }
  }

  @Test
  void whatNobodyTouchedIsIntact() throws Exception {
    assertThat(verdict()).isInstanceOf(Verdict.Intact.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "PAYLOAD         | 100 | update event set data = replace(data, 'PERMITTED', 'DENIED') where {100}",
        "PAYLOAD         | 290 | update event set data = concat(data, ' ') where {290}",
        "PAYLOAD         | 100 | update event set type = 'fi.lupa.disclosure.document-voided.v1' where {100}",
        "PAYLOAD_MISSING | 100 | update event set time = time + interval '1 s' where {100}",
        "PAYLOAD_MISSING | 100 | update event set event_id = gen_random_uuid() where {100}",
        "PAYLOAD_MISSING | 100 | update event set data = null where {100}",
        "PAYLOAD_MISSING | 100 | delete from event where {100} or {200}",
        "PAYLOAD_MISSING | 0   | truncate event",
        "PAYLOAD         | 100 | update event set data = (select data from event where {101}) where {100}",
        "UNLOGGED        | 0   | insert into event select gen_random_uuid(), time, type, data from event where {100}",
        "PLACE           | 100 | delete from log_entry where {100}",
        "PLACE           | 100 | update log_entry set client_ref = gen_random_uuid() where {100}",
        "PLACE           | 100 | update log_entry set time = time + interval '1 s' where {100}",
        "PLACE           | 100 | update log_entry set event_id = gen_random_uuid() where {100}",
        "PLACE           | 100 | insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks) select gen_random_uuid(), time, event_id, organisation, controllers, kind, basis, tasks from log_entry where {100}",
        "PLACE           | 0   | truncate log_entry",
        "UNLOGGED        | 0   | insert into log_entry (client_ref, time, event_id, organisation, controllers, kind, basis, tasks) select gen_random_uuid(), time, gen_random_uuid(), organisation, controllers, kind, basis, tasks from log_entry where {100}",
        "ENTRY           | 100 | update log_leaf set hash = sha256('x') where idx = 100",
        "ENTRY           | 290 | update log_leaf set hash = sha256('x') where idx = 290",
        "ENTRY           | 100 | update log_leaf set event_id = gen_random_uuid() where idx = 100",
        "ENTRY           | 100 | update log_leaf set time = time + interval '1 us' where idx = 100",
        "ENTRY           | 100 | update log_leaf set shown = sha256('x') where idx = 100",
        "ENTRY           | 100 | update log_leaf set rest = sha256('x') where idx = 100",
        "ENTRY           | 100 | update log_leaf set shown = null, rest = null, salts = null, cleared = 5, why = 'ERASURE' where idx = 100",
        "PAYLOAD         | 100 | update log_leaf set salts = sha512('x') where idx = 100",
        "PAYLOAD         | 100 | update log_leaf set salts = null where idx = 100",
        "PAYLOAD         | 100 | update log_leaf set salts = byteacat(substring(salts from 33), substring(salts for 32)) where idx = 100",
        "FORM            | 0   | delete from log_leaf where idx = 100",
        "FORM            | 256 | delete from log_leaf where idx = 299",
        "FORM            | 0   | truncate log_leaf",
        "TILE            | 0   | update log_leaf set idx = case idx when 100 then -101 when 101 then -100 end where idx in (100, 101); update log_leaf set idx = -idx where idx < 0",
        "TILE            | 0   | update log_node set hash = sha256('x') where level = 1 and idx = 0",
        "FORM            | 0   | update log_node set level = 2",
        "FORM            | 0   | update log_node set idx = 1",
        "FORM            | 0   | delete from log_node",
        "CHECKPOINT      | 0   | update log_checkpoint set note = replace(note, '300', '299')",
      })
  void whatIsChangedIsFoundAndItsFirstPlaceNamed(Flaw flaw, long place, String changes)
      throws Exception {
    for (String one : changes.split(";")) {
      sql.execute(one.replaceAll("\\{([0-9]+)}", EVENT.replace("%d", "$1")));
    }

    assertThat(verdict())
        .isInstanceOfSatisfying(
            Verdict.Broken.class,
            broken -> {
              assertThat(broken.flaw()).isEqualTo(flaw);
              assertThat(broken.from()).isEqualTo(place);
            });
  }

  /** Lawfully erased is told apart from taken away, and what was erased is gone everywhere. */
  @Test
  void anErasedEntryIsGoneAndTheLogIsIntactAllTheSame() throws Exception {
    String id = sql.text("select event_id from log_leaf where idx = 120");
    JsonNode order =
        JsonMapper.shared()
            .readTree(
                "{\"ground\":\"DECISION\",\"decision\":\"TSV/118/2026\",\"decidedBy\":\"AUTHORITY\"}");

    service.operate(order, "/v1/log/entries/{id}/erasure", id).expectStatus().isOk();

    assertThat(sql.number("select count(*) from event where data is null")).isOne();
    assertThat(sql.number("select count(*) from log_entry where event_id = '" + id + "'")).isZero();
    assertThat(sql.number("select count(*) from log_leaf where idx = 120 and salts is null"))
        .isOne();
    await().until(() -> sql.number("select max(size) from log_checkpoint") == EVENTS + 2);
    assertThat(verdict())
        .isInstanceOfSatisfying(
            Verdict.Intact.class,
            intact -> assertThat(intact.cleared()).isEqualTo(new Verdict.Cleared(0, 1)));

    service
        .operate(order, "/v1/log/entries/{id}/erasure", id)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("LOG_ENTRY_ERASED");
    sql.execute("update event set data = null where {121}".replace("{121}", EVENT.formatted(121)));
    assertThat(verdict())
        .isEqualTo(new Verdict.Broken(Flaw.PAYLOAD_MISSING, "tile/entries", 121, 122));
  }

  @Test
  void onlyTheOperatorErasesAndOnlyWhatIsThere() {
    JsonNode order =
        JsonMapper.shared()
            .readTree(
                "{\"ground\":\"UNLAWFUL\",\"decision\":\"TSV/1/2026\",\"decidedBy\":\"CONTROLLER\"}");
    String path = "/v1/log/entries/{id}/erasure";
    service.operate(order, path, UUID.randomUUID()).expectStatus().isNotFound();
    service.operate(order, path, "anything").expectStatus().isNotFound();
    service
        .operate(
            JsonMapper.shared()
                .readTree("{\"ground\":\"WISH\",\"decision\":\"x\",\"decidedBy\":\"COURT\"}"),
            path,
            UUID.randomUUID())
        .expectStatus()
        .isBadRequest();
    service
        .post(AuditService.person().token(), order, path, UUID.randomUUID())
        .expectStatus()
        .isForbidden();
  }

  /** A changed leaf with a hash to match: only the hashes above can tell. */
  @Test
  void aLeafChangedTogetherWithItsHashIsNarrowedToItsTile() throws Exception {
    sql.execute(
        """
        update log_leaf set time = time + interval '1 s', hash = sha256('\\x00'::bytea || convert_to(
          'lupa-log/v1 logged' || E'\\n' || event_id || E'\\n'
          || to_char((time + interval '1 s') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || E'\\n'
          || encode(shown, 'base64') || E'\\n' || encode(rest, 'base64') || E'\\n', 'UTF8'))
        where idx = 100
        """);
    assertThat(verdict())
        .isInstanceOfSatisfying(
            Verdict.Broken.class,
            broken -> {
              assertThat(broken.flaw()).isEqualTo(Flaw.TILE);
              assertThat(broken.from()).isZero();
              assertThat(broken.to()).isEqualTo(256);
            });
  }

  /**
   * What its owner takes away and signs anew agrees with itself; who has kept a checkpoint sees.
   */
  @Test
  void aLogCutOffAndSignedForLessIsFoundByWhoHasKeptACheckpoint() throws Exception {
    byte[] kept =
        HttpClient.newHttpClient()
            .send(get("/v1/log/tiles/checkpoint").build(), HttpResponse.BodyHandlers.ofByteArray())
            .body();
    Checkpoint earlier = Checkpoint.signed(kept, KEY.name(), List.of(KEY));
    sql.execute(
        "create rule owner_signs_no_more as on insert to log_checkpoint do instead nothing");
    sql.execute("delete from log_checkpoint where size = " + EVENTS);
    long smaller = sql.number("select coalesce(max(size), 0) from log_checkpoint");

    assertThat(VERIFIER.verify(files(), List.of(earlier)))
        .isEqualTo(new Verdict.Broken(Flaw.EARLIER, "checkpoint", smaller, EVENTS));
    sql.execute("drop rule owner_signs_no_more on log_checkpoint");
  }

  private Verdict verdict() throws IOException, InterruptedException {
    Path file = folder.resolve("payloads.ndjson");
    String token = TestIssuer.shared().token("1.2.246.10.90000011.10.0", "log.operate");
    HttpRequest request =
        get("/internal/log/payloads").header("Authorization", "Bearer " + token).build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    Files.write(file, answer.body());
    try (Dump dump = Dump.open(file)) {
      return VERIFIER.verify(files(), List.of(), dump);
    }
  }

  private Address files() {
    return new Address("http://localhost:" + port + "/v1/log/tiles");
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }
}
