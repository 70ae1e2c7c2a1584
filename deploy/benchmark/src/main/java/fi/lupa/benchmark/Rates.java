package fi.lupa.benchmark;

import fi.lupa.benchmark.machine.ProcessTimes;
import fi.lupa.benchmark.rate.HighestRate;
import fi.lupa.benchmark.rate.OpenLoad;
import fi.lupa.benchmark.rate.Request;
import fi.lupa.benchmark.rate.Step;
import fi.lupa.benchmark.report.Measured;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Looks for the highest rate of a scenario that holds, and what each process used meanwhile.
 *
 * @param closer how often the distance to the highest rate is halved
 * @param processes those of the Lupa that is measured
 */
record Rates(Settings settings, int closer, ProcessTimes processes) {
  static final Duration LIMIT = Duration.ofMillis(100);
  private static final double FIRST = 60;
  private static final int UNDER_WAY = 16;
  private static final String GENERATOR = "load generator";

  /** Of requests that may be repeated as often as they are answered. */
  Measured of(String key, String name, Supplier<Request> requests) {
    OpenLoad load = warming(name, requests);
    load.warmUp(UNDER_WAY, settings.warmUp());
    return search(key, name, load);
  }

  /** Of requests that change what later ones find: they warm up at the first rate. */
  Measured ofChanging(String key, String name, Supplier<Request> requests) {
    OpenLoad load = warming(name, requests);
    load.run(FIRST, settings.warmUp());
    return search(key, name, load);
  }

  private OpenLoad warming(String name, Supplier<Request> requests) {
    System.out.printf("%s: %d s of warming up ...%n", name, settings.warmUp().toSeconds());
    return new OpenLoad(requests);
  }

  private Measured search(String key, String name, OpenLoad load) {
    Map<Step, Map<String, Duration>> used = new IdentityHashMap<>();
    Duration begin = sum(processes.now());
    HighestRate.Found found =
        new HighestRate(LIMIT, closer)
            .from(
                FIRST,
                rate -> {
                  Map<String, Duration> before = times();
                  Step step = load.run(rate, settings.measured());
                  used.put(step, each(before, times(), step.micros().getTotalCount()));
                  tell(step);
                  return step;
                });
    return new Measured(
        key,
        name,
        found,
        found.highest().map(used::get).orElse(Map.of()),
        mean(found, sum(processes.now()).minus(begin)));
  }

  /** Milliseconds per answer. */
  static double mean(HighestRate.Found found, Duration used) {
    long answers = found.steps().stream().mapToLong(step -> step.micros().getTotalCount()).sum();
    return answers == 0 ? 0 : used.toNanos() / 1e6 / answers;
  }

  private static Duration sum(Map<String, Duration> times) {
    return times.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private Map<String, Duration> times() {
    Map<String, Duration> times = new HashMap<>(processes.now());
    times.put(GENERATOR, ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    return times;
  }

  private static Map<String, Duration> each(
      Map<String, Duration> before, Map<String, Duration> after, long answers) {
    Map<String, Duration> each = new HashMap<>();
    if (answers > 0) {
      after.forEach((part, time) ->
          each.put(part, time.minus(before.getOrDefault(part, Duration.ZERO)).dividedBy(answers)));
    }
    return each;
  }

  /** Shows what one rate gave, as soon as it is known. */
  static void tell(Step step) {
    System.out.printf(
        Locale.ROOT,
        "  %6.0f/s: %6.0f answered, p50 %.1f ms, p99 %.1f ms, %d errors%s%n",
        step.rate(),
        step.answered(),
        step.millis(50),
        step.millis(99),
        step.failed(),
        step.behind() ? ", given up" : "");
  }
}
