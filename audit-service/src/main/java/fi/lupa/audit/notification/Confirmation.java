package fi.lupa.audit.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules of a code that proves that an address is the client's own: pure but for chance. */
final class Confirmation {
  /** How long a code can be told. */
  static final Duration LIFE = Duration.ofMinutes(30);

  /** Wrong codes until it is over. */
  static final int TRIES = 5;

  /** Codes that one client can have sent in a day, to whatever addresses. */
  static final int CODES = 5;

  static final Duration DAY = Duration.ofDays(1);

  private static final SecureRandom RANDOM = new SecureRandom();

  private Confirmation() {}

  /** What telling a code comes to. */
  enum Outcome {
    CONFIRMED,
    WRONG,
    OVER
  }

  /** Six digits. */
  static String code() {
    return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
  }

  /**
   * @param right null when there is none
   * @param tries that were wrong before
   */
  static Outcome told(@Nullable String right, String told, int tries, Instant endsAt, Instant now) {
    if (right == null || tries >= TRIES || !now.isBefore(endsAt)) {
      return Outcome.OVER;
    }
    boolean same = MessageDigest.isEqual(bytes(right), bytes(told));
    return same ? Outcome.CONFIRMED : Outcome.WRONG;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
