package fi.lupa.verify.log;

import com.sun.management.OperatingSystemMXBean;
import fi.lupa.verify.file.Dump;
import fi.lupa.verify.leaf.Leaf;
import fi.lupa.verify.leaf.Payload;
import fi.lupa.verify.leaf.Salt;
import fi.lupa.verify.tree.Base64Text;
import fi.lupa.verify.tree.Hasher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Measures how many leaves a second a whole log is verified with, without its payloads (one thread)
 * and with them (all processors), from a dump on the disk; run by hand in the repository's root
 * with a size and a folder, see docs/performance.md.
 */
final class Speed {
  private static final int ROUNDS = 7;
  private static final String SAMPLE =
      "contracts/src/main/resources/events/samples/fi.lupa.disclosure.records-queried.v1.1.json";

  private Speed() {}

  public static void main(String... arguments) throws IOException {
    int size = Integer.parseInt(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Path dump = folder.resolve("payloads.ndjson");
    StaticLog log = new StaticLog(entries(size, dump));
    LogVerifier verifier = new LogVerifier(StaticLog.ORIGIN, List.of(StaticLog.SIGNER.key()));
    for (int round = 0; round < ROUNDS; round++) {
      measure("tree", size, () -> verifier.verify(log, List.of()));
      measure("tree and payloads", size, () -> read(verifier, log, dump));
    }
  }

  private static Verdict read(LogVerifier verifier, StaticLog log, Path dump) {
    try (Dump payloads = Dump.open(dump)) {
      return verifier.verify(log, List.of(), payloads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void measure(String what, int size, Supplier<Verdict> verification) {
    long start = System.nanoTime();
    long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long all = processorTime();
    Verdict verdict = verification.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    double ownMicros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1e3;
    double allMicros = (processorTime() - all) / 1e3;
    if (!(verdict instanceof Verdict.Intact)) {
      throw new IllegalStateException("The log isn't intact: " + verdict);
    }
    System.out.printf(
        "%s of %,d leaves: %,.0f leaves/s; processor time %.2f us a leaf, %.2f of it by the walk%n",
        what, size, size / seconds, allMicros / size, ownMicros / size);
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static List<byte[]> entries(int size, Path dump) throws IOException {
    SecureRandom random = new SecureRandom();
    Hasher hasher = new Hasher();
    List<byte[]> entries = new ArrayList<>(size);
    try (BufferedWriter out = Files.newBufferedWriter(dump)) {
      out.write("{\"size\":%d}%n".formatted(size));
      for (int n = 0; n < size; n++) {
        UUID event = UUID.randomUUID();
        String client = UUID.randomUUID().toString();
        String data =
            Files.readString(Path.of(SAMPLE))
                .replaceFirst("\"client\": \"[^\"]*\"", "\"client\": \"" + client + "\"");
        byte[] salts = new byte[2 * Salt.BYTES];
        random.nextBytes(salts);
        Payload payload =
            new Payload(
                "fi.lupa.disclosure.records-queried.v1",
                data.getBytes(StandardCharsets.UTF_8),
                Salt.in(salts, 0),
                Salt.in(salts, 1));
        Payload.Commitments commitments = payload.commitments(hasher);
        entries.add(
            new Leaf.Logged(event, Instant.EPOCH, commitments.shown(), commitments.rest()).bytes());
        out.write(
            "{\"index\":%d,\"event\":\"%s\",\"type\":\"%s\",\"clients\":[\"%s\"],\"salts\":\"%s\",\"data\":\"%s\"}%n"
                .formatted(
                    n,
                    event,
                    payload.type(),
                    client,
                    Base64Text.of(salts),
                    data.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")));
      }
    }
    return entries;
  }
}
