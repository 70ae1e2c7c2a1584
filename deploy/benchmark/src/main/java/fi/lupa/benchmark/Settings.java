package fi.lupa.benchmark;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to measure, from arguments such as {@code connections=32 seconds=20}.
 *
 * @param port the port of the gateway; the issuer's is five above (README, ports)
 * @param clients clients with a right and twenty documents each
 * @param connections connections that each send one request after the other
 * @param lines of a batch
 * @param documents sizes of an archive, one after the other
 * @param events that the log takes in
 * @param entries sizes of a log, one after the other
 * @param seed of what an archive is made of
 */
record Settings(
    int port,
    int clients,
    int connections,
    int lines,
    List<Integer> documents,
    int events,
    List<Integer> entries,
    int seed,
    Duration warmUp,
    Duration measured) {
  private static final Set<String> NUMBERS =
      Set.of("port", "clients", "connections", "lines", "events", "seed", "warmup", "seconds");
  private static final Set<String> LISTS = Set.of("documents", "entries");

  /**
   * Looks at settings before anything is begun.
   *
   * @throws Wish.NotUnderstood when one has an unknown name or isn't a number
   */
  static void check(List<String> arguments) {
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      boolean good =
          NUMBERS.contains(parts[0])
              ? parts[1].matches("[0-9]{1,9}")
              : LISTS.contains(parts[0]) && parts[1].matches("[0-9]{1,9}(,[0-9]{1,9})*");
      if (!good) {
        throw new Wish.NotUnderstood("./lupa bench knows no setting \"%s\".".formatted(argument));
      }
    }
  }

  static Settings of(String... arguments) {
    return of(Map.of(), List.of(arguments));
  }

  /**
   * What the arguments say, and what they don't say by these defaults.
   *
   * @param defaults that stand before the general ones
   */
  static Settings of(Map<String, String> defaults, List<String> arguments) {
    Map<String, String> given = new HashMap<>(defaults);
    arguments.stream()
        .map(argument -> argument.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> given.put(parts[0], parts[1]));
    return new Settings(
        number(given, "port", 8080),
        number(given, "clients", 200),
        number(given, "connections", 32),
        number(given, "lines", 50_000),
        sizes(given.getOrDefault("documents", "10000,100000")),
        number(given, "events", 200_000),
        sizes(given.getOrDefault("entries", "100000,1000000")),
        number(given, "seed", 1),
        Duration.ofSeconds(number(given, "warmup", 10)),
        Duration.ofSeconds(number(given, "seconds", 20)));
  }

  URI gateway() {
    return URI.create("http://127.0.0.1:" + port);
  }

  URI issuer() {
    return URI.create("http://localhost:" + (port + 5));
  }

  int barePort() {
    return port + 20;
  }

  private static List<Integer> sizes(String given) {
    return Arrays.stream(given.split(",")).map(Integer::valueOf).sorted().toList();
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
  }
}
