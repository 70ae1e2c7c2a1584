package fi.lupa.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.benchmark.SameSql.Sent;
import fi.lupa.benchmark.SameSql.Twice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repeats transactions by pgbench, PostgreSQL's own load generator, against the database of a
 * running Lupa.
 *
 * @param port of the gateway
 * @param folder for the scripts
 */
record Pgbench(int port, Path folder) {
  static final int CONNECTIONS = 16;
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** A script and the variables that it names. */
  record Script(String text, Map<String, String> variables) {}

  /** Whether this machine has it. */
  static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("pgbench", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Gives how many transactions a second there were. */
  double run(List<Twice> transactions, Duration time) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<String> command =
        new ArrayList<>(
            List.of(
                "pgbench",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port + 6),
                "-U",
                "lupa",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(CONNECTIONS),
                "-j",
                "2",
                "-T",
                String.valueOf(time.toSeconds())));
    for (int i = 0; i < transactions.size(); i++) {
      Script script = script(transactions.get(i), "t" + i);
      Path file = Files.writeString(folder.resolve("t" + i + ".sql"), script.text());
      command.addAll(List.of("-f", file.toString()));
      script
          .variables()
          .forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    }
    command.add("lupa_disclosure");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", "lupa");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    Matcher rate = RATE.matcher(said);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IllegalStateException("pgbench failed: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  /** Parameters become variables; ids that are new each time are made by PostgreSQL. */
  static Script script(Twice transaction, String name) {
    Map<String, String> variables = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    List<Sent> first = transaction.first().statements();
    List<Sent> second = transaction.second().statements();
    if (first.size() != second.size()) {
      throw new IllegalStateException("the same act sent other statements the second time");
    }
    for (int i = 0; i < first.size(); i++) {
      Sent sent = first.get(i);
      Set<Integer> changed = sent.changed(second.get(i));
      String prefix = name + "s" + i + "p";
      text.append(
              PARAMETER
                  .matcher(sent.sql().replace('\n', ' ').replace('\t', ' '))
                  .replaceAll(found ->
                      Matcher.quoteReplacement(
                          variable(
                              sent, Integer.valueOf(found.group(1)), prefix, changed, variables))))
          .append(";\n");
    }
    return new Script(text.toString(), variables);
  }

  private static String variable(
      Sent sent,
      Integer number,
      String prefix,
      Set<Integer> changed,
      Map<String, String> variables) {
    String value = sent.parameters().get(number);
    if (value == null) {
      return "null";
    }
    if (changed.contains(number) && UUID.matcher(value).matches()) {
      return "gen_random_uuid()";
    }
    variables.put(prefix + number, value);
    return ":" + prefix + number;
  }
}
