package fi.lupa.authorization.usageright.batch.receive;

import fi.lupa.platform.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Cuts one upload into lines as its bytes come, and reckons their hash. Holds no more than one
 * line.
 */
final class LineSplitter {
  static final int MOST_LINES = 50_000;
  static final int LONGEST_LINE = 64 * 1024;
  static final long MOST_BYTES = 48L * 1024 * 1024;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final MessageDigest digest = sha256();
  private long bytes;
  private int number;
  private boolean tooLong;

  /**
   * @return the lines that end in these bytes
   * @throws Problem BATCH_TOO_LONG, PAYLOAD_TOO_LARGE
   */
  List<SentLine> feed(byte[] some) {
    bytes += some.length;
    if (bytes > MOST_BYTES) {
      throw Problem.of("PAYLOAD_TOO_LARGE");
    }
    digest.update(some);
    List<SentLine> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < some.length; i++) {
      if (some[i] == '\n') {
        keep(some, begin, i);
        end(lines);
        begin = i + 1;
      }
    }
    keep(some, begin, some.length);
    return lines;
  }

  /** The last line, when nothing ended it. */
  List<SentLine> last() {
    List<SentLine> lines = new ArrayList<>();
    if (line.size() > 0 || tooLong) {
      end(lines);
    }
    return lines;
  }

  /** Of all bytes so far, in hexadecimal digits. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void keep(byte[] some, int from, int to) {
    tooLong = tooLong || line.size() + to - from > LONGEST_LINE;
    if (tooLong) {
      line.reset();
    } else {
      line.write(some, from, to - from);
    }
  }

  private void end(List<SentLine> lines) {
    if (++number > MOST_LINES) {
      throw Problem.of("BATCH_TOO_LONG");
    }
    byte[] content = line.toByteArray();
    if (tooLong || !isBlank(content)) {
      lines.add(new SentLine(number, content, tooLong));
    }
    line.reset();
    tooLong = false;
  }

  private static boolean isBlank(byte[] content) {
    for (byte one : content) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }
}
