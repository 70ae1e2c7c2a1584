package fi.lupa.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.acceptance.api.MyLog;
import fi.lupa.acceptance.api.Person;
import fi.lupa.acceptance.api.Reply;
import fi.lupa.acceptance.system.Lupa;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The accesses that clients had an answer to, and whether the log has each of them once. */
public final class Ledger {
  private final Map<Person, ConcurrentLinkedQueue<String>> accesses = new ConcurrentHashMap<>();

  /** Remembers an answered or denied query. */
  public void access(Person person, Reply reply) {
    String id = reply.text("/queryId");
    assertThat(id).isNotEmpty();
    accesses.computeIfAbsent(person, p -> new ConcurrentLinkedQueue<>()).add(id);
  }

  /** Whose they are. */
  public Set<Person> people() {
    return Set.copyOf(accesses.keySet());
  }

  /** How many. */
  public int size() {
    return accesses.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
  }

  /**
   * Fails unless the log has every access exactly once and nothing twice. Only the stored event
   * names the query's id, so that is looked up in the audit database; the citizen's own view must
   * show as many entries as there are events.
   */
  public void requireAllInLogOnce() {
    Map<String, Integer> stored = storedAccesses();
    assertThat(stored.values()).as("accesses in the log more than once").allMatch(n -> n == 1);
    for (Person person : people()) {
      List<String> acknowledged = List.copyOf(accesses.get(person));
      assertThat(stored.keySet()).as("acknowledged accesses").containsAll(acknowledged);
      List<JsonNode> entries = MyLog.of(person).accesses();
      assertThat(entries).hasSizeGreaterThanOrEqualTo(acknowledged.size());
      assertThat(entries).extracting(entry -> entry.path("id").asString()).doesNotHaveDuplicates();
    }
  }

  /** Fails unless each person's log shows exactly the accesses that were answered. */
  public void requireNothingElseInLog() {
    for (Person person : people()) {
      assertThat(MyLog.of(person).accesses()).hasSameSizeAs(accesses.get(person));
    }
  }

  private static Map<String, Integer> storedAccesses() {
    var found = new HashMap<String, Integer>();
    var ids = new HashSet<String>();
    try (Connection audit = Lupa.shared().database("audit");
        Statement statement = audit.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select event_id::text, data from event where type like '%records-queried%'")) {
      while (rows.next()) {
        assertThat(ids.add(rows.getString(1))).as("an event id twice").isTrue();
        JsonNode data = JsonMapper.shared().readTree(rows.getString(2));
        found.merge(data.path("queryId").asString(), 1, Integer::sum);
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
