package fi.lupa.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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
  /** What the names of ratios of processor time end with: they bear a busy machine best. */
  public static final String PROCESSOR = ", processor time";

  private static final double WORSE = 2;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Those of a file; none when there is no file. */
  public static Figures read(Path file) throws IOException {
    return Files.exists(file)
        ? new Figures(JSON.readValue(Files.readString(file), new TypeReference<>() {}))
        : new Figures(Map.of());
  }

  /**
   * Each scenario's rate divided by that of each thing it is compared with, and the processor time
   * of that divided by the scenario's: more is better in both.
   */
  public static Map<String, Double> ratios(Report report) {
    Map<String, Double> ratios = new TreeMap<>();
    for (Measured scenario : report.scenarios()) {
      for (Compared other : report.compared()) {
        if (other.perSecond() > 0) {
          ratios.put(
              scenario.key() + " / " + other.key(), scenario.perSecond() / other.perSecond());
        }
        if (other.meanCpuMillis() > 0 && scenario.meanCpuMillis() > 0) {
          ratios.put(
              scenario.key() + " / " + other.key() + PROCESSOR,
              other.meanCpuMillis() / scenario.meanCpuMillis());
        }
      }
    }
    return ratios;
  }

  /**
   * What of the new ratios is less than half of the old one, a sentence each. What a scenario is
   * compared with may be missing as a whole (a machine without pgbench); then nothing is said of
   * it.
   */
  public List<String> worse(String machine, Map<String, Double> now) {
    return byMachine.getOrDefault(machine, Map.of()).entrySet().stream()
        .filter(old -> now.keySet().stream().anyMatch(ending(old.getKey())))
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

  private static Predicate<String> ending(String key) {
    String comparedWith = key.substring(key.lastIndexOf('/'));
    return name -> name.endsWith(comparedWith);
  }

  /** The better of two runs, for each ratio. */
  public static Map<String, Double> better(Map<String, Double> one, Map<String, Double> other) {
    Map<String, Double> better = new TreeMap<>(one);
    other.forEach((name, ratio) -> better.merge(name, ratio, Math::max));
    return better;
  }

  /** The ratios of processor time alone, without machines that have none. */
  public Figures ofProcessors() {
    Map<String, Map<String, Double>> some = new TreeMap<>();
    byMachine.forEach((machine, ratios) -> {
      Map<String, Double> kept = new TreeMap<>(ratios);
      kept.keySet().removeIf(name -> !name.endsWith(PROCESSOR));
      if (!kept.isEmpty()) {
        some.put(machine, kept);
      }
    });
    return new Figures(some);
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
