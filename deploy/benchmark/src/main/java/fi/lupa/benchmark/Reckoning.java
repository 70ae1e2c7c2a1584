package fi.lupa.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the sources' databases say happened, beside what the log has of it. */
final class Reckoning {
  private static final String EVENTS = "select count(*) from event";
  private static final String RIGHTS =
      "select usage_right || ' ' || version, 1 from usage_right_version";
  private static final String RIGHTS_LOGGED =
      """
      select data::json->>'id' || ' ' || (data::json->>'version'), count(*) from event
      where type = 'fi.lupa.authorization.usage-right-changed.v1' group by 1
      """;
  private static final String ACCESSES =
      "select id::text, 1 from access_record where act = 'QUERY'";
  private static final String ACCESSES_LOGGED =
      """
      select data::json->>'queryId', count(*) from event
      where type = 'fi.lupa.disclosure.records-queried.v1' group by 1
      """;

  /** Each event of a client, and how often it stands in the logs. */
  private static final String PLACES =
      """
      select event.event_id::text, count(log_entry.event_id)
      from event left join log_entry on log_entry.event_id = event.event_id and log_entry.time = event.time
      where event.data::json->>'client' is not null group by 1 having count(log_entry.event_id) <> 1
      """;

  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Settings settings;

  Reckoning(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param good nothing lost and nothing doubled
   * @param rows of a table for people
   */
  record Result(boolean good, String rows) {}

  private record Row(String name, int source, int logged, long lost, long doubled) {
    static Row of(String name, Set<String> source, Map<String, Integer> logged) {
      return new Row(
          name,
          source.size(),
          logged.values().stream().mapToInt(Integer::intValue).sum(),
          source.stream().filter(one -> !logged.containsKey(one)).count(),
          logged.values().stream().filter(times -> times > 1).count());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "| %s | %,d | %,d | %,d | %,d |", name, source, logged, lost, doubled);
    }
  }

  long logged() throws SQLException {
    try (Connection log = open("audit")) {
      return LogDatabase.number(log, EVENTS);
    }
  }

  /** The same, or a number that is known, while the database is away. */
  long loggedOr(long known) {
    try {
      return logged();
    } catch (SQLException e) {
      return known;
    }
  }

  /** Waits until nothing new has come into the log for a while. */
  void awaitQuiet() throws SQLException, InterruptedException {
    long last = -1;
    for (long now = logged(); now != last; now = logged()) {
      last = now;
      TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
    }
  }

  Result compare(Set<String> acknowledged) throws SQLException {
    Map<String, Integer> rights = read("authorization", RIGHTS);
    Map<String, Integer> accesses = read("disclosure", ACCESSES);
    Map<String, Integer> rightsLogged = read("audit", RIGHTS_LOGGED);
    Map<String, Integer> accessesLogged = read("audit", ACCESSES_LOGGED);
    Map<String, Integer> misplaced = read("audit", PLACES);
    Row granted = Row.of("versions of usage rights", rights.keySet(), rightsLogged);
    Row accessed = Row.of("record queries", accesses.keySet(), accessesLogged);
    Row answered = Row.of("record queries that were answered", acknowledged, accessesLogged);
    long lost = misplaced.values().stream().filter(times -> times == 0).count();
    String places =
        String.format(
            Locale.ROOT,
            "| events in their clients' logs | | | %,d | %,d |",
            lost,
            misplaced.size() - lost);
    boolean good =
        misplaced.isEmpty()
            && granted.lost() + accessed.lost() + answered.lost() == 0
            && granted.doubled() + accessed.doubled() == 0;
    return new Result(good, String.join("\n", "" + granted, "" + accessed, "" + answered, places));
  }

  private Map<String, Integer> read(String database, String sql) throws SQLException {
    try (Connection db = open(database);
        Statement ask = db.createStatement();
        ResultSet rows = ask.executeQuery(sql)) {
      Map<String, Integer> found = new HashMap<>();
      while (rows.next()) {
        found.merge(rows.getString(1), rows.getInt(2), Integer::sum);
      }
      return found;
    }
  }

  private Connection open(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + (settings.port() + 6) + "/lupa_" + database,
        "lupa",
        "lupa");
  }
}
