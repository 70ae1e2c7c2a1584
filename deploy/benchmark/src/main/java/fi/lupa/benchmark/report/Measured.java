package fi.lupa.benchmark.report;

import fi.lupa.benchmark.rate.HighestRate;
import fi.lupa.benchmark.rate.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario and what was found of it.
 *
 * @param key in file names
 * @param cpu processor time of each part per request, at the highest rate that holds
 * @param meanCpuMillis processor time of Lupa per answer, in milliseconds, over all rates that were
 *     tried
 */
public record Measured(
    String key,
    String name,
    HighestRate.Found found,
    Map<String, Duration> cpu,
    double meanCpuMillis) {
  /** Requests a second at the highest rate that holds; 0 when none does. */
  public double perSecond() {
    return found.highest().map(Step::answered).orElse(0.0);
  }

  /** Processor time of all parts per request, in milliseconds; empty when no rate holds. */
  public Optional<Double> cpuMillis() {
    return cpu.isEmpty()
        ? Optional.empty()
        : Optional.of(cpu.values().stream().mapToLong(Duration::toNanos).sum() / 1e6);
  }
}
