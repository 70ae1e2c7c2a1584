package fi.lupa.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ratios that an earlier run gave, by kind of machine: what a new run is held against. Rates
 * alone say nothing, since the machine may be slower today; ratios to what was measured in the same
 * run do.
 *
 * @param byMachine for each kind of machine the ratios by name
 */
public record Figures(Map<String, Map<String, Double>> byMachine) {
  private static final double WORSE = 2;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Those of a file; none when there is no file. */
  public static Figures read(Path file) throws IOException {
    return Files.exists(file)
        ? new Figures(JSON.readValue(Files.readString(file), new TypeReference<>() {}))
        : new Figures(Map.of());
  }

  /** Each scenario's rate divided by that of each thing it is compared with. */
  public static Map<String, Double> ratios(Report report) {
    Map<String, Double> ratios = new TreeMap<>();
    for (Measured scenario : report.scenarios()) {
      for (Compared other : report.compared()) {
        if (other.perSecond() > 0) {
          ratios.put(
              scenario.key() + " / " + other.key(), scenario.perSecond() / other.perSecond());
        }
      }
    }
    return ratios;
  }

  /** What of the new ratios is less than half of the old one, a sentence each. */
  public List<String> worse(String machine, Map<String, Double> now) {
    return byMachine.getOrDefault(machine, Map.of()).entrySet().stream()
        .filter(old -> now.getOrDefault(old.getKey(), 0.0) * WORSE < old.getValue())
        .map(old ->
            String.format(
                Locale.ROOT,
                "%s was %.3f and is %.3f",
                old.getKey(),
                old.getValue(),
                now.getOrDefault(old.getKey(), 0.0)))
        .toList();
  }

  /** Whether there is anything to hold a run on such a machine against. */
  public boolean know(String machine) {
    return byMachine.containsKey(machine);
  }

  /** The same with the ratios of one machine replaced. */
  public Figures with(String machine, Map<String, Double> ratios) {
    Map<String, Map<String, Double>> all = new TreeMap<>(byMachine);
    all.put(machine, ratios);
    return new Figures(all);
  }

  /** Writes them to a file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(byMachine) + "\n");
  }
}
