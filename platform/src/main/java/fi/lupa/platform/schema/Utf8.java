package fi.lupa.platform.schema;

import fi.lupa.platform.problem.Violation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether bytes are UTF-8 text as documents must be: valid, not empty, without a mark before. */
public final class Utf8 {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int PIECE = 8192;

  private Utf8() {}

  /** What is wrong, at the pointer {@code /content}. */
  public static Optional<Violation> violation(byte[] content) {
    return problem(content).map(message -> new Violation("/content", message));
  }

  private static Optional<String> problem(byte[] content) {
    if (content.length == 0) {
      return Optional.of("is empty");
    }
    if (content.length >= MARK.length
        && ByteBuffer.wrap(content, 0, 3).equals(ByteBuffer.wrap(MARK))) {
      return Optional.of("begins with a byte order mark, which isn't allowed");
    }
    int bad = firstBad(content);
    return bad < 0 ? Optional.empty() : Optional.of("isn't UTF-8 text (byte " + (bad + 1) + ")");
  }

  /** Where the first byte that isn't UTF-8 stands, -1 for none. */
  private static int firstBad(byte[] content) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports, doesn't replace
    ByteBuffer in = ByteBuffer.wrap(content);
    CharBuffer out = CharBuffer.allocate(PIECE);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return result.isError() ? in.position() : -1;
  }
}
