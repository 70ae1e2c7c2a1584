package fi.lupa.acceptance;

import static fi.lupa.acceptance.api.Organisation.NORTH;
import static fi.lupa.acceptance.api.Organisation.SOUTH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Call;
import fi.lupa.acceptance.api.Declarations;
import fi.lupa.acceptance.api.Document;
import fi.lupa.acceptance.api.Http;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Records;
import fi.lupa.acceptance.api.Rights;
import fi.lupa.acceptance.api.Schema;
import fi.lupa.acceptance.api.Secrets;
import fi.lupa.acceptance.api.Signer;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import fi.lupa.acceptance.system.Sieve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * After all other tests: no identity code, professional's name or document text that they sent is
 * in a log file, in Kafka, in the audit database or in a metric.
 */
@Order(900)
@Isolated("it searches what all others have left behind")
class PrivacyIT {
  private static final Lupa LUPA = Lupa.shared();

  /** Said in events, so it must be found: else the search is blind. */
  private static final String KNOWN_IN_EVENTS = NORTH.oid();

  @BeforeAll
  static void useEverythingOnce() {
    World.prepare();
    Person person = Person.next();
    Http.expect(
        201,
        Document.json(Schema.of("1506.15003", "1506.15003"), "FAMILIES", person)
            .intoOwn(NORTH, person));
    Document signed = Document.xhtml("1506.11000", "FAMILIES", person);
    Http.expect(
        201,
        signed
            .upload(
                signed.metadata(NORTH, NORTH, "OWN_REGISTER", person),
                Optional.of(Signer.local().sign(signed.content())))
            .as(NORTH));
    Http.expect(201, Rights.grant(person, "FAMILIES"));
    Http.expect(200, Records.underRight(person));
    Http.expect(201, Declarations.inform(person));
    Http.refuse(403, "NO_PERMIT", Records.disclosure(SOUTH, person));
    Http.expect(
        200, Call.post(NORTH, "/v1/permits/searches", java.util.Map.of("client", person.client())));
    Instant now = Instant.now();
    await().atMost(Duration.ofSeconds(30)).until(() -> MyLog.reach(person).isAfter(now));
  }

  @Test
  void logFilesHoldNoSecret() {
    List<Path> logs = files("logs");
    assertThat(logs.stream().map(file -> file.getFileName().toString()))
        .contains("gateway.log", "disclosure-service.log", "audit-service.log", "postgres.log");
    assertClean(logs);
  }

  @Test
  void kafkasDataHoldNoSecret() {
    List<Path> data = files("kafka");
    assertThat(new Sieve(Set.of(KNOWN_IN_EVENTS)).foundIn(data)).as("the search sees").isNotEmpty();
    assertClean(data);
  }

  @Test
  void theAuditDatabaseHoldsNoSecret() throws SQLException {
    assertThat(foundInTables("audit", Set.of(KNOWN_IN_EVENTS))).as("the search sees").isNotEmpty();
    assertThat(foundInTables("audit", Secrets.all())).isEmpty();
  }

  @Test
  void theOtherDatabasesHoldNoIdentityCodeBesideDocuments() throws SQLException {
    assertThat(foundInTables("authorization", Secrets.all())).isEmpty();
    Set<String> codes = new TreeSet<>(Secrets.all());
    codes.remove(Secrets.PROFESSIONAL);
    assertThat(foundInTables("consent", codes)).isEmpty();
  }

  @Test
  void metricsHoldNoSecret() {
    var sieve = new Sieve(Secrets.all());
    for (Part part :
        List.of(Part.GATEWAY, Part.AUTHORIZATION, Part.CONSENT, Part.DISCLOSURE, Part.AUDIT)) {
      String metrics = Http.send(part, Call.of("GET", "/actuator/prometheus")).body();
      assertThat(metrics).contains("http_server_requests");
      assertThat(sieve.foundIn(metrics.getBytes(UTF_8))).as(part.label()).isEmpty();
    }
  }

  private static void assertClean(List<Path> files) {
    assertThat(Secrets.all()).hasSizeGreaterThan(3);
    assertThat(new Sieve(Secrets.all()).foundIn(files)).isEmpty();
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(LUPA.folder(folder))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tables with a row that holds one of the texts, as text or as the hexadecimal of its bytes. */
  private static List<String> foundInTables(String service, Set<String> texts) throws SQLException {
    var sieve = Sieve.alsoInHex(texts);
    var found = new ArrayList<String>();
    try (Connection database = LUPA.database(service)) {
      for (String table : tables(database)) {
        try (Statement statement = database.createStatement();
            ResultSet rows = statement.executeQuery("select t::text from " + table + " as t")) {
          while (rows.next()) {
            sieve.foundIn(rows.getString(1).getBytes(UTF_8)).forEach(secret -> found.add(table));
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static List<String> tables(Connection database) throws SQLException {
    var tables = new ArrayList<String>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_class join pg_namespace n on n.oid = relnamespace"
                    + " where relkind in ('r', 'm') and nspname = 'public'")) {
      while (rows.next()) {
        tables.add('"' + rows.getString(1) + '"');
      }
    }
    assertThat(tables).isNotEmpty();
    return tables;
  }
}
