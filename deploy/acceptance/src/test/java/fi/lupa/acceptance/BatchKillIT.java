package fi.lupa.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.acceptance.api.Batch;
import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Unreachable;
import fi.lupa.acceptance.api.World;
import fi.lupa.acceptance.load.RightEvents;
import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * kill -9 of the authorization-service in the middle of a batch of grants, amendments and ends: it
 * goes on by itself, and each line is done exactly once, in PostgreSQL, on Kafka and in the log.
 */
@Order(41)
@Isolated("it kills what the others use")
class BatchKillIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int EACH = Integer.getInteger("lupa.acceptance.batch", 1_500);

  private final Lupa lupa = Lupa.shared();

  @AfterEach
  void itIsBack() {
    lupa.ensure(Part.AUTHORIZATION);
  }

  @Test
  void eachLineIsDoneOnceThoughTheServiceIsKilledInTheMiddle() throws SQLException {
    World.prepare();
    long before = rightsInTable();
    List<Person> people = IntStream.range(0, 2 * EACH).mapToObj(i -> Person.next()).toList();
    List<Person> known = people.subList(0, EACH);
    String first = Batch.send(known.stream().map(p -> Batch.grant(p, "FAMILIES")).toList());
    awaitOver(first);
    List<String> rights =
        Batch.lines(first).stream().map(line -> line.path("id").asString()).toList();

    String mixed = Batch.send(mixed(rights, people.subList(EACH, 2 * EACH)));
    List<Integer> killedAt = new ArrayList<>();
    for (int share : new int[] {5, 30}) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> doneOf(mixed) > 3 * EACH * share / 100);
      lupa.kill(Part.AUTHORIZATION);
      killedAt.add(doneInTable(mixed));
      lupa.start(Part.AUTHORIZATION);
    }
    awaitOver(mixed);
    System.out.printf("a batch of %d lines, killed after %s lines%n", 3 * EACH, killedAt);
    // a fast machine may be through before the second
    assertThat(killedAt.getFirst()).as("killed in the middle").isBetween(1, 3 * EACH - 1);

    List<JsonNode> lines = Batch.lines(mixed);
    assertThat(lines)
        .hasSize(3 * EACH)
        .allMatch(line -> line.path("outcome").asString().equals("DONE"));
    Map<String, List<Long>> expected = new HashMap<>();
    rights.forEach(right -> expected.put(right, List.of(1L, 2L, 3L)));
    for (int i = 0; i < lines.size(); i += 3) {
      expected.put(lines.get(i + 2).path("id").asString(), List.of(1L));
    }
    assertThat(expected).as("each grant made a right of its own").hasSize(2 * EACH);
    assertThat(versionsInTable()).containsAllEntriesOf(expected);
    assertThat(rightsInTable() - before).as("no right but these").isEqualTo(2L * EACH);
    requireOnceInLog(people, expected);
    assertThat(RightEvents.onKafka(lupa)).containsAllEntriesOf(expected);
  }

  /** An amendment, an end of what was amended and a grant to somebody new, over and over. */
  private static List<Map<String, Object>> mixed(List<String> rights, List<Person> others) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < rights.size(); i++) {
      lines.add(Batch.amend(rights.get(i), 1));
      lines.add(Batch.end(rights.get(i), 2));
      lines.add(Batch.grant(others.get(i), "DISABILITY"));
    }
    return lines;
  }

  private static int doneOf(String batch) {
    try {
      return Batch.read(batch).path("done").asInt();
    } catch (Unreachable e) {
      return 0;
    }
  }

  private static void awaitOver(String batch) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          JsonNode read = Batch.read(batch);
          return read.path("state").asString().equals("DONE") && read.path("effective").asBoolean();
        });
  }

  private int doneInTable(String batch) throws SQLException {
    try (Connection database = lupa.database("authorization");
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select done from usage_right_batch where id = '" + batch + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Of every right its versions, in their order. */
  private Map<String, List<Long>> versionsInTable() throws SQLException {
    try (Connection database = lupa.database("authorization")) {
      return RightEvents.read(
          database,
          "select usage_right::text, version from usage_right_version order by usage_right, version");
    }
  }

  private long rightsInTable() throws SQLException {
    try (Connection database = lupa.database("authorization");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from usage_right")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** In the stored events of the log, and in the view of some of the people. */
  private void requireOnceInLog(List<Person> people, Map<String, List<Long>> expected)
      throws SQLException {
    Instant now = Instant.now();
    await().atMost(PATIENCE).until(() -> MyLog.reach(people.getFirst()).isAfter(now));
    try (Connection database = lupa.database("audit")) {
      assertThat(
              RightEvents.read(
                  database,
                  "select data::jsonb ->> 'id', (data::jsonb ->> 'version')::bigint from event"
                      + " where type like '%usage-right-changed%' order by 1, 2"))
          .containsAllEntriesOf(expected);
    }
    for (int i = 0; i < 2 * EACH; i += EACH / 5) {
      assertThat(MyLog.of(people.get(i)).of("RIGHT")).hasSize(i < EACH ? 3 : 1);
    }
  }
}
