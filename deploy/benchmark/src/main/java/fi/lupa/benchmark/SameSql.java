package fi.lupa.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Learns from PostgreSQL's own log which statements the disclosure-service sends for an act, with
 * their parameters: so what pgbench repeats is the same SQL, and stays so when the service changes.
 *
 * @param port of the gateway
 * @param home of that Lupa
 */
record SameSql(int port, Path home) {
  private static final String DATABASE = "lupa_disclosure";
  private static final int TRIES = 20;
  private static final Pattern ENTRY =
      Pattern.compile("\\S+ \\S+ UTC \\[(\\d+)\\] (\\S*) ?(LOG|DETAIL):  (.*)", Pattern.DOTALL);
  private static final Pattern SENT =
      Pattern.compile("(?:statement|execute [^:]+): (.*)", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("\\$(\\d+) = (NULL|'[^']*+(?:''[^']*+)*+')", Pattern.DOTALL);

  /** Something that makes the service ask the database. */
  @FunctionalInterface
  interface Act {
    void run() throws IOException, InterruptedException;
  }

  /**
   * A statement as it was sent.
   *
   * @param parameters by their numbers; no value for null
   */
  record Sent(String sql, Map<Integer, String> parameters) {
    /** The numbers of the parameters that have another value in the other. */
    Set<Integer> changed(Sent other) {
      return parameters.entrySet().stream()
          .filter(one -> !one.getValue().equals(other.parameters().get(one.getKey())))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }
  }

  /** All that was sent between {@code begin} and {@code commit}. */
  record Transaction(List<Sent> statements) {}

  /** What was sent for the same act twice: by what differs one sees what is new each time. */
  record Twice(Transaction first, Transaction second) {}

  /** Gives for each act, done twice, the transactions in which an access record was written. */
  List<Twice> of(List<Act> acts) throws IOException, InterruptedException, SQLException {
    List<Twice> transactions = new ArrayList<>();
    logging(true);
    try (RandomAccessFile log =
        new RandomAccessFile(home.resolve("logs/postgres.log").toFile(), "r")) {
      for (Act act : acts) {
        transactions.add(new Twice(sent(act, log), sent(act, log)));
      }
    } finally {
      logging(false);
    }
    return transactions;
  }

  private static Transaction sent(Act act, RandomAccessFile log)
      throws IOException, InterruptedException {
    log.seek(log.length());
    again(act);
    return next(log);
  }

  /** The service's connections are made anew: settings of a database hold from their beginning. */
  private void logging(boolean on) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + (port + 6) + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      for (String setting :
          List.of(
              "log_statement = 'all'",
              "log_error_verbosity = 'default'",
              "log_parameter_max_length = '-1'")) {
        String name = setting.split(" ")[0];
        statement.execute(
            "alter database " + DATABASE + (on ? " set " + setting : " reset " + name));
      }
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + DATABASE
              + "' and usename = 'lupa'");
    }
  }

  /** Until the service has noticed that its connections are gone. */
  private static void again(Act act) throws IOException, InterruptedException {
    for (int i = 1; ; i++) {
      try {
        act.run();
        return;
      } catch (IllegalStateException unanswered) {
        if (i == TRIES) {
          throw unanswered;
        }
        Thread.sleep(200);
      }
    }
  }

  private static Transaction next(RandomAccessFile log) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < TRIES; i++) {
      byte[] more = new byte[(int) (log.length() - log.getFilePointer())];
      log.readFully(more);
      text.append(new String(more, StandardCharsets.UTF_8));
      List<Transaction> found = transactions(text.toString(), SameSql::records);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("PostgreSQL's log has no transaction with an access record");
  }

  private static boolean records(Transaction transaction) {
    return transaction.statements().stream()
        .anyMatch(sent -> sent.sql().contains("insert into access_record"));
  }

  /** The ended transactions of a log that are wanted. */
  static List<Transaction> transactions(String log, Predicate<Transaction> wanted) {
    Map<String, List<Sent>> open = new LinkedHashMap<>();
    List<Transaction> ended = new ArrayList<>();
    for (String entry : log.split("\n(?=\\d{4}-\\d\\d-\\d\\d )")) {
      Matcher line = ENTRY.matcher(entry);
      if (line.matches() && line.group(2).equals(DATABASE)) {
        read(
            line.group(1), line.group(3), line.group(4).strip().replace("\n\t", "\n"), open, ended);
      }
    }
    return ended.stream().filter(wanted).toList();
  }

  private static void read(
      String backend,
      String kind,
      String text,
      Map<String, List<Sent>> open,
      List<Transaction> ended) {
    List<Sent> mine = open.computeIfAbsent(backend, any -> new ArrayList<>());
    Matcher sent = SENT.matcher(text);
    if (kind.equals("DETAIL")) {
      if (!mine.isEmpty()) {
        mine.add(new Sent(mine.removeLast().sql(), parameters(text)));
      }
    } else if (sent.matches()) {
      String sql = sent.group(1);
      String word = sql.strip().toLowerCase(java.util.Locale.ROOT);
      if (word.startsWith("begin")) {
        mine.clear();
      }
      mine.add(new Sent(sql, Map.of()));
      if (word.startsWith("commit")) {
        ended.add(new Transaction(List.copyOf(mine)));
        mine.clear();
      }
    }
  }

  private static Map<Integer, String> parameters(String detail) {
    Map<Integer, String> parameters = new LinkedHashMap<>();
    Matcher found = PARAMETER.matcher(detail);
    while (found.find()) {
      String value = found.group(2);
      if (!value.equals("NULL")) {
        parameters.put(
            Integer.valueOf(found.group(1)),
            value.substring(1, value.length() - 1).replace("''", "'"));
      }
    }
    return parameters;
  }
}
