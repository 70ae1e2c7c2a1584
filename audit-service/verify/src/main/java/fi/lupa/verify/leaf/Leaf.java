package fi.lupa.verify.leaf;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * An entry of the log's tree, written as lines: what it is, the event, a time, and what belongs to
 * its kind. Says nothing of anybody.
 */
public sealed interface Leaf {
  /** Five of each kind, and nothing behind the last newline. */
  int LINES = 6;

  /** The event that it is about. */
  UUID event();

  /** When the event happened, or was cleared. */
  Instant time();

  /** The lines of the kind. */
  List<String> lines();

  /**
   * An event came into the log; who has its payload can show that it is the one committed to.
   *
   * @param shown the commitment to what the client may see of it
   * @param rest the commitment to what is beside that
   */
  record Logged(UUID event, Instant time, Hash shown, Hash rest) implements Leaf {
    private static final String KIND = "lupa-log/v1 logged";
    private static final byte[] START = (KIND + "\n").getBytes(StandardCharsets.US_ASCII);

    /** Both commitments. */
    public Payload.Commitments commitments() {
      return new Payload.Commitments(shown, rest);
    }

    @Override
    public List<String> lines() {
      return List.of(KIND, event.toString(), time.toString(), shown.toString(), rest.toString());
    }
  }

  /**
   * The payload and salt of an earlier entry were cleared.
   *
   * @param index the earlier entry's place in the log
   */
  record Cleared(UUID event, Instant time, long index, Why why) implements Leaf {
    private static final String KIND = "lupa-log/v1 cleared";

    @Override
    public List<String> lines() {
      return List.of(KIND, event.toString(), time.toString(), Long.toString(index), why.toString());
    }
  }

  /** Why a payload was cleared. */
  enum Why {
    /** The time that log data are kept is up (act 703/2023, annex: 12 years). */
    RETENTION,
    /** It had to be erased by law or by a decision. */
    ERASURE
  }

  /** The entry's bytes. */
  default byte[] bytes() {
    return (String.join("\n", lines()) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether an entry's bytes can only tell of an event that came in, if they tell a leaf. */
  static boolean isLogged(byte[] bytes) {
    return Arrays.mismatch(bytes, Logged.START) == Logged.START.length;
  }

  /**
   * The leaf that an entry's bytes tell.
   *
   * @throws Malformed when they tell none; each leaf has one form only
   */
  static Leaf parse(byte[] bytes) {
    Leaf leaf;
    try {
      leaf = of(new String(bytes, StandardCharsets.US_ASCII).split("\n", -1));
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw new Malformed("not a leaf of this log");
    }
    if (!Arrays.equals(leaf.bytes(), bytes)) {
      throw new Malformed("not a leaf of this log");
    }
    return leaf;
  }

  private static Leaf of(String[] line) {
    if (line.length != LINES) {
      throw new Malformed("not a leaf of this log");
    }
    if (line[0].equals(Logged.KIND)) {
      return new Logged(
          UUID.fromString(line[1]),
          Instant.parse(line[2]),
          Hash.parse(line[3]),
          Hash.parse(line[4]));
    }
    if (line[0].equals(Cleared.KIND)) {
      return new Cleared(
          UUID.fromString(line[1]),
          Instant.parse(line[2]),
          Long.parseLong(line[3]),
          Why.valueOf(line[4]));
    }
    throw new Malformed("not a leaf of this log");
  }
}
