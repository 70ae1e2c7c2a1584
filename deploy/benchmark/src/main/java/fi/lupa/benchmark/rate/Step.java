package fi.lupa.benchmark.rate;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one rate gave.
 *
 * @param rate requests a second that were due
 * @param time how long requests were due
 * @param micros from the moment a request was due to the end of its answer, in microseconds: what
 *     waited anywhere, also in the generator, counts
 * @param lagMicros by how much requests were begun later than they were due, in microseconds: how
 *     far the generator itself is to be trusted
 * @param errors how many requests failed, by what was seen
 * @param behind true when the step was given up, because answers fell too far behind
 */
public record Step(
    double rate,
    Duration time,
    Histogram micros,
    Histogram lagMicros,
    Map<String, Long> errors,
    long bytes,
    boolean behind) {
  private static final double MICROS = 1000;

  /** Answers a second. */
  public double answered() {
    return micros.getTotalCount() / (time.toNanos() / 1e9);
  }

  /** A percentile of the latency, in milliseconds. */
  public double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS;
  }

  /** The 99th percentile of the generator's own lag, in milliseconds. */
  public double lagMillis() {
    return lagMicros.getValueAtPercentile(99) / MICROS;
  }

  /** How many requests failed. */
  public long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Mean bytes of an answer. */
  public long bytesEach() {
    return micros.getTotalCount() == 0 ? 0 : bytes / micros.getTotalCount();
  }

  /** Whether each request was answered, and 99 of 100 within the limit. */
  public boolean holds(Duration limit) {
    return !behind && failed() == 0 && millis(99) * MICROS <= limit.toNanos() / MICROS;
  }
}
