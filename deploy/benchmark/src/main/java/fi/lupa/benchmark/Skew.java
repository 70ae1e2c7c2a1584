package fi.lupa.benchmark;

import java.util.Random;

/**
 * How many documents each client has: log-normal above one, so that most have a few and some have
 * thousands.
 *
 * @param mean documents per client
 * @param sigma of the logarithm
 */
record Skew(double mean, double sigma) {
  /** 7.1 million documents of 332,000 clients; how skewed they are isn't published. */
  static final Skew NATIONAL = new Skew(7_100_000 / 332_000.0, 1.25);

  /** At least one each, the given number in all; the same for the same seed. */
  int[] counts(int documents, long seed) {
    if (documents < 1) {
      return new int[0];
    }
    int clients = (int) Math.max(1, Math.round(documents / mean));
    Random random = new Random(seed);
    double[] reached = new double[clients];
    double sum = 0;
    for (int i = 0; i < clients; i++) {
      sum += Math.exp(sigma * random.nextGaussian());
      reached[i] = sum;
    }
    int[] counts = new int[clients];
    long before = 0;
    for (int i = 0; i < clients; i++) {
      long now = Math.round(reached[i] / sum * (documents - clients));
      counts[i] = (int) (1 + now - before);
      before = now;
    }
    return counts;
  }
}
