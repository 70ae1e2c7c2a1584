package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.Outcome;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.verify.file.Address;
import fi.lupa.verify.file.ExportedLog;
import fi.lupa.verify.log.LogVerifier;
import fi.lupa.verify.log.Verdict;
import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteKey;
import fi.lupa.verify.note.NoteSigner;
import fi.lupa.verify.tree.Consistency;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever doubts the log verifies it with nothing but its public key. */
class ProofIT extends SharedIT {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final NoteKey KEY = NoteSigner.parse(ServiceProperties.LOG_KEY).key();
  private static final LogVerifier VERIFIER = new LogVerifier(KEY.name(), List.of(KEY));

  @LocalServerPort int port;

  private final Person person = AuditService.person();

  @Test
  void everyEventIsALeafOnceAndTheWholeLogIsVerifiedByItsFiles() throws SQLException {
    List<UUID> sent = new ArrayList<>();
    for (int n = 0; n < 700; n++) {
      sent.add(topics.send(Events.read(AuditService.person().ref(), 1), TIME.plusMillis(n)));
    }
    UUID twice = UUID.randomUUID();
    for (int n = 0; n < 3; n++) {
      topics.send(twice, Events.stored(person.ref(), Outcome.PERMITTED, null), TIME);
    }
    UUID last = topics.send(Events.read(person.ref(), 1), TIME.plusSeconds(9));
    signed(twice);
    signed(last);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(number("select size from log_tree")).isGreaterThan(700));

    assertThat(number("select (select count(*) from log_leaf) - (select size from log_tree)"))
        .isZero();
    assertThat(number("select count(*) from event where event_id = '" + twice + "'")).isOne();
    assertThat(
            number(
                "select count(*) from event join log_leaf using (event_id, time) where event_id in ("
                    + sent.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","))
                    + ") and event.data is not null"))
        .isEqualTo(700);
    Verdict verdict = VERIFIER.verify(files(), earlier());
    assertThat(verdict).isInstanceOf(Verdict.Intact.class);
    assertThat(((Verdict.Intact) verdict).checkpoint().size()).isGreaterThan(701);
  }

  @Test
  void aCitizenProvesTheirOwnEntryAndTheProofHoldsNoIdentifierOfOthers() {
    UUID id = topics.send(Events.read(person.ref(), 3), TIME);

    String proof = signed(id);

    assertThat(ExportedLog.verify(new StringReader(proof), List.of(KEY)))
        .isInstanceOfSatisfying(
            ExportedLog.Finding.Holds.class,
            holds -> {
              assertThat(holds.proved()).isOne();
              assertThat(holds.unproved()).isZero();
            });
    assertThat(proof)
        .contains("Hoivakoto Oy", "PERMITTED")
        .doesNotContain("1.2.246.", person.ref().toString(), Events.PROFESSIONAL, "WORKER");
    JsonNode read = JsonMapper.shared().readTree(proof);
    String shown = read.at("/items/0/proof/shown").asString();
    String changed = proof.replace("PERMITTED", "DENIED");
    assertThat(shown).startsWith("fi.lupa.disclosure.records-queried.v1\n{");
    assertThat(ExportedLog.verify(new StringReader(changed), List.of(KEY)))
        .isEqualTo(
            new ExportedLog.Finding.Broken(
                1, "the event isn't the one that the log has committed to"));
  }

  @Test
  void theExportedLogIsVerifiedByItself() {
    topics.send(Events.read(person.ref(), 3), TIME);
    topics.send(Events.stored(person.ref(), Outcome.PERMITTED, null), TIME.plusSeconds(1));
    UUID last = topics.send(Events.read(person.ref(), 1), TIME.plusSeconds(2));
    signed(last);

    String file = exported();

    assertThat(ExportedLog.verify(new StringReader(file), List.of(KEY)))
        .isInstanceOfSatisfying(
            ExportedLog.Finding.Holds.class,
            holds -> {
              assertThat(holds.proved()).isEqualTo(3);
              assertThat(holds.unproved()).isZero();
            });
    assertThat(file).doesNotContain("1.2.246.", person.ref().toString(), Events.PROFESSIONAL);
    int second = file.indexOf("\"outcome\":\"PERMITTED\"", file.indexOf("DOCUMENT_STORED"));
    String changed =
        file.substring(0, second)
            + file.substring(second).replaceFirst("\"PERMITTED\"", "\"DENIED\"");
    assertThat(ExportedLog.verify(new StringReader(changed), List.of(KEY)))
        .isEqualTo(
            new ExportedLog.Finding.Broken(2, "the entry says something else than its event"));
  }

  private String exported() {
    return service.exported(person);
  }

  @Test
  void nobodyProvesAnothersEntry() {
    UUID id = topics.send(Events.read(person.ref(), 1), TIME);
    signed(id);

    service
        .get(AuditService.person().token(), "fi", "/v1/my/log/{id}/proof", id)
        .expectStatus()
        .isNotFound();
    service
        .get(person.token(), "fi", "/v1/my/log/{id}/proof", "anything")
        .expectStatus()
        .isNotFound();
    http.get().uri("/v1/my/log/{id}/proof", id).exchange().expectStatus().isUnauthorized();
  }

  @Test
  void eachCheckpointBeginsWithAllBeforeIt() {
    signed(topics.send(Events.read(person.ref(), 1), TIME));
    Checkpoint before = checkpoint("/v1/log/tiles/checkpoint");
    signed(topics.send(Events.read(person.ref(), 1), TIME));
    Checkpoint after = checkpoint("/v1/log/tiles/checkpoint");
    JsonNode proof =
        JsonMapper.shared()
            .readTree(open("/v1/log/consistency?from=" + before.size() + "&to=" + after.size()));
    List<Hash> path =
        StreamSupport.stream(proof.get("path").spliterator(), false)
            .map(hash -> Hash.parse(hash.asString()))
            .toList();

    assertThat(before.size()).isLessThan(after.size());
    assertThat(
            Consistency.holds(
                before.size(), before.root(), after.size(), after.root(), path, new Hasher()))
        .isTrue();
    assertThat(checkpoint("/v1/log/checkpoints/" + before.size())).isEqualTo(before);
    assertThat(VERIFIER.verify(files(), List.of(before))).isInstanceOf(Verdict.Intact.class);
    assertThat(open("/v1/log/key").strip()).isEqualTo(KEY.text());
  }

  @Test
  void checkpointsAreListedNewestFirst() {
    signed(topics.send(Events.read(person.ref(), 1), TIME));
    signed(topics.send(Events.read(person.ref(), 1), TIME));
    JsonNode first = JsonMapper.shared().readTree(open("/v1/log/checkpoints?limit=1"));
    JsonNode second =
        JsonMapper.shared()
            .readTree(open("/v1/log/checkpoints?limit=1&cursor=" + first.get("next").asString()));

    assertThat(first.at("/items/0/size").asLong())
        .isGreaterThan(second.at("/items/0/size").asLong());
    assertThat(first.at("/items/0/note").asString()).contains(first.at("/items/0/root").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/999",
        "tile/8/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/0",
        "tile/7/000",
        "tile/entries/x999/x999/999",
        "tile/0/x000/000",
        "tile/1/entries",
        "tile/0/000.p/01"
      })
  void whatIsNoFileOfTheLogIsNotFound(String path) {
    http.get().uri("/v1/log/tiles/" + path).exchange().expectStatus().isNotFound();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2&to=1",
        "from=x&to=1",
        "from=0",
        "to=1",
        "from=0&to=99999999999",
        "from=-1&to=1",
        "from=0&to=9999999999999999999999"
      })
  void aConsistencyThatCannotBeIsRefused(String query) {
    http.get().uri("/v1/log/consistency?" + query).exchange().expectStatus().isBadRequest();
  }

  @Test
  void aFileNeverChangesAndTheNewestCheckpointIsAskedForAnew() {
    signed(topics.send(Events.read(person.ref(), 1), TIME));

    http.get()
        .uri("/v1/log/tiles/tile/entries/000.p/1")
        .exchange()
        .expectHeader()
        .valueMatches(HttpHeaders.CACHE_CONTROL, ".*immutable.*");
    http.get()
        .uri("/v1/log/tiles/checkpoint")
        .exchange()
        .expectHeader()
        .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  /** The proof of an entry, once the log has signed it. */
  private String signed(UUID id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.ids(service.log(person)).contains(id));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            service.get(person.token(), "fi", "/v1/my/log/{id}/proof", id).expectStatus().isOk());
    return new String(
        service
            .get(person.token(), "fi", "/v1/my/log/{id}/proof", id)
            .expectBody()
            .returnResult()
            .getResponseBody(),
        StandardCharsets.UTF_8);
  }

  private Address files() {
    return new Address("http://localhost:" + port + "/v1/log/tiles");
  }

  private List<Checkpoint> earlier() {
    JsonNode page = JsonMapper.shared().readTree(open("/v1/log/checkpoints?limit=200"));
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(item ->
            Checkpoint.signed(
                item.get("note").asString().getBytes(StandardCharsets.UTF_8),
                KEY.name(),
                List.of(KEY)))
        .toList();
  }

  private Checkpoint checkpoint(String uri) {
    return Checkpoint.signed(open(uri).getBytes(StandardCharsets.UTF_8), KEY.name(), List.of(KEY));
  }

  private String open(String uri) {
    return new String(
        service.open(uri).expectStatus().isOk().expectBody().returnResult().getResponseBody(),
        StandardCharsets.UTF_8);
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
