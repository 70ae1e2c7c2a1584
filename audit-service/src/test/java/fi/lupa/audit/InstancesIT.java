package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.testkit.Backends;
import fi.lupa.testkit.ServiceProperties;
import fi.lupa.verify.note.Checkpoint;
import fi.lupa.verify.note.NoteKey;
import fi.lupa.verify.note.NoteSigner;
import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service as processes of their own, as many as are wanted and killed as they would be, on a
 * database whose events are older than the tree.
 */
class InstancesIT {
  private static final NoteKey KEY = NoteSigner.parse(ServiceProperties.LOG_KEY).key();
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final int OLD = 3_000;
  private static final int NEW = 3_000;
  private static final int MANY = 20_000;

  private final Backends.Database database = Backends.database("audit");
  private final Sql sql = new Sql(database);
  private final String group = "audit-" + UUID.randomUUID();
  private final List<Instance> instances = new ArrayList<>();
  private SourceTopics topics;
  private int sent;

  @BeforeEach
  void open() {
    SourceTopics.reset();
    topics = new SourceTopics();
  }

  @AfterEach
  void close() {
    topics.close();
    instances.forEach(Instance::kill);
  }

  @Test
  void twoAtOnceMakeOneTreeOfWhatWasThereAndOfWhatComes() throws Exception {
    older(OLD);
    Instance one = start();
    Instance other = start();
    one.awaitReady();
    other.awaitReady();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          send(10);
          return one.stored() > 0 && other.stored() > 0;
        });
    send(NEW);

    long all = OLD + sent;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> sql.number("select size from log_tree") == all);
    await().until(() -> one.stored() + other.stored() == sent);
    assertThat(sql.number("select count(*) from log_leaf")).isEqualTo(all);
    assertThat(sql.number("select max(idx) + 1 from log_leaf")).isEqualTo(all);
    assertThat(
            sql.number(
                "select count(*) from event join log_leaf using (event_id, time)"
                    + " where cleared is null"))
        .as("each event is one leaf")
        .isEqualTo(all);
    await().until(() -> sql.number("select count(*) from log_backfill") == 0);
    await().until(() -> sql.number("select max(size) from log_checkpoint") == all);
    for (String note : sql.rows("select note from log_checkpoint order by size desc limit 20")) {
      Checkpoint signed =
          Checkpoint.signed(note.getBytes(StandardCharsets.UTF_8), KEY.name(), List.of(KEY));
      assertThat(signed.root()).isEqualTo(root(leaves(signed.size())));
    }
  }

  @Test
  void aProcessThatIsKilledInTheMiddleOfARebuildEndsItWhenItIsThereAgain() throws Exception {
    older(MANY);
    Instance first = start();
    first.awaitReady();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> sql.number("select count(*) from log_backfill") == 0);
    List<String> before = readModel();
    List<Hash> leaves = leaves(MANY);

    String id = first.beginRebuild();
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(30))
        .until(() -> sql.number("select events from log_rebuild") > 0);
    first.kill();

    assertThat(sql.rows("select state from log_rebuild")).containsExactly("RUNNING");
    assertThat(sql.number("select events from log_rebuild")).isBetween(1L, MANY - 1L);
    Instance again = start();
    again.awaitReady();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> sql.rows("select state from log_rebuild").equals(List.of("SWITCHED")));
    assertThat(sql.rows("select id::text from log_rebuild")).containsExactly(id);
    assertThat(sql.number("select events from log_rebuild")).as("none twice").isEqualTo(MANY);
    assertThat(readModel()).isEqualTo(before);
    assertThat(sql.number("select size from log_tree")).isEqualTo(MANY);
    assertThat(root(leaves(MANY))).isEqualTo(root(leaves));
  }

  private void send(int events) {
    for (int i = 0; i < events; i++) {
      topics.send(Events.read(new ClientRef(UUID.randomUUID()), 1), TIME.plusMillis(sent++));
    }
    topics.flush();
  }

  /** A log as it was kept before there was a tree. */
  private void older(int events) throws SQLException {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:db/platform", "classpath:db/migration")
        .target("70")
        .load()
        .migrate();
    Event event = Events.read(Events.CLIENT, 1);
    try (Connection connection = database.connect();
        PreparedStatement fill =
            connection.prepareStatement(
                """
                with kept as (
                  insert into event (event_id, time, type, data)
                  select gen_random_uuid(), ?::timestamptz - n * interval '1 minute', ?, ?
                  from generate_series(1, ?) n
                  returning event_id, time
                )
                insert into log_entry (client_ref, time, event_id) select ?, time, event_id from kept
                """)) {
      connection
          .createStatement()
          .execute(
              "select ensure_month('2026-11-01 00:00+00'), ensure_month('2026-10-01 00:00+00'),"
                  + " ensure_month('2026-12-01 00:00+00')");
      fill.setString(1, TIME.toString());
      fill.setString(2, EventType.of(event).ceType());
      fill.setString(3, JsonMapper.shared().writeValueAsString(event));
      fill.setInt(4, events);
      fill.setObject(5, Events.CLIENT.value());
      fill.execute();
    }
  }

  private Instance start() throws IOException {
    Instance instance = Instance.start(database, group);
    instances.add(instance);
    return instance;
  }

  private List<String> readModel() throws SQLException {
    return sql.rows(
        "select md5(string_agg(t::text, '|' order by t::text)) || count(*) from log_entry t");
  }

  private List<Hash> leaves(long size) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet found =
            connection
                .createStatement()
                .executeQuery("select hash from log_leaf where idx < " + size + " order by idx")) {
      List<Hash> leaves = new ArrayList<>();
      while (found.next()) {
        leaves.add(Hash.of(found.getBytes(1)));
      }
      assertThat(leaves).hasSize(Math.toIntExact(size));
      return leaves;
    }
  }

  /** MTH(D[n]) of RFC 6962 word by word. */
  private static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return new Hasher().empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return new Hasher()
        .node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }
}
