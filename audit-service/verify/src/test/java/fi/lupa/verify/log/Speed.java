package fi.lupa.verify.log;

import fi.lupa.verify.tree.Trees;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how many leaves a second a whole log is verified with on one core; run by hand, see
 * docs/performance.md.
 */
final class Speed {
  private static final int ROUNDS = 7;

  private Speed() {}

  public static void main(String... arguments) {
    int size = Integer.parseInt(arguments[0]);
    int bytes = Integer.parseInt(arguments[1]);
    StaticLog log = new StaticLog(entries(size, bytes));
    LogVerifier verifier = new LogVerifier(StaticLog.ORIGIN, List.of(StaticLog.SIGNER.key()));
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Verdict verdict = verifier.verify(log, List.of());
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!(verdict instanceof Verdict.Intact)) {
        throw new IllegalStateException("The log isn't intact");
      }
      System.out.printf("%,d leaves of %d bytes: %,.0f leaves/s%n", size, bytes, size / seconds);
    }
  }

  private static List<byte[]> entries(int size, int bytes) {
    SecureRandom random = new SecureRandom();
    List<byte[]> entries = new ArrayList<>(Trees.entries(size));
    entries.replaceAll(ignored -> {
      byte[] entry = new byte[bytes];
      random.nextBytes(entry);
      return entry;
    });
    return entries;
  }
}
