package fi.lupa.verify.log;

import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Payloads;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Hasher;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Measures how many leaves a second a whole log is verified with on one core, without and with its
 * payloads; run by hand, see docs/performance.md.
 */
final class Speed {
  private static final int ROUNDS = 7;
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private Speed() {}

  public static void main(String... arguments) {
    int size = Integer.parseInt(arguments[0]);
    int bytes = Integer.parseInt(arguments[1]);
    Map<UUID, Payload> payloads = new HashMap<>();
    StaticLog log = new StaticLog(entries(size, bytes, payloads));
    LogVerifier verifier = new LogVerifier(StaticLog.ORIGIN, List.of(StaticLog.SIGNER.key()));
    Payloads reader = event -> Optional.ofNullable(payloads.get(event));
    for (int round = 0; round < ROUNDS; round++) {
      measure("tree", size, () -> verifier.verify(log, List.of()));
      measure("tree and payloads", size, () -> verifier.verify(log, List.of(), reader));
    }
  }

  /** By the processor's time, so that other work on the machine counts less. */
  private static void measure(String what, int size, Supplier<Verdict> verification) {
    long start = PROCESSOR.getCurrentThreadCpuTime();
    Verdict verdict = verification.get();
    double seconds = (PROCESSOR.getCurrentThreadCpuTime() - start) / 1e9;
    if (!(verdict instanceof Verdict.Intact)) {
      throw new IllegalStateException("The log isn't intact");
    }
    System.out.printf("%s of %,d leaves: %,.0f leaves/s%n", what, size, size / seconds);
  }

  private static List<byte[]> entries(int size, int bytes, Map<UUID, Payload> payloads) {
    SecureRandom random = new SecureRandom();
    List<byte[]> entries = new ArrayList<>(size);
    for (int n = 0; n < size; n++) {
      byte[] data = new byte[bytes];
      random.nextBytes(data);
      Payload payload = new Payload(Salt.random(random), data);
      UUID event = UUID.randomUUID();
      payloads.put(event, payload);
      entries.add(new Leaf.Logged(event, Instant.EPOCH, payload.commitment(new Hasher())).bytes());
    }
    return entries;
  }
}
