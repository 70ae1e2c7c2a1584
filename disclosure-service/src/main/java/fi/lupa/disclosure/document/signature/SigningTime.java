package fi.lupa.disclosure.document.signature;

import com.nimbusds.jose.JWSHeader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When a signature says it was made. */
final class SigningTime {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private SigningTime() {}

  /** From {@code sigT} (JAdES 1.1) or {@code iat} (JAdES 1.2); null when it says nothing. */
  static @Nullable Instant ofJws(JWSHeader header, Instant receivedAt) throws UnverifiedException {
    Object text = header.getCustomParam("sigT");
    if (text != null) {
      return text instanceof String time ? ofText(time, receivedAt) : malformed();
    }
    Object seconds = header.getCustomParam("iat");
    if (seconds == null) {
      return null;
    }
    return seconds instanceof Number number ? ofSeconds(number, receivedAt) : malformed();
  }

  private static Instant ofSeconds(Number seconds, Instant receivedAt) throws UnverifiedException {
    try {
      return checked(Instant.ofEpochSecond(seconds.longValue()), receivedAt);
    } catch (DateTimeException e) {
      return malformed();
    }
  }

  /** From a date and time with its offset (RFC 3339, XML Schema {@code dateTime}). */
  static Instant ofText(String text, Instant receivedAt) throws UnverifiedException {
    try {
      return checked(OffsetDateTime.parse(text).toInstant(), receivedAt);
    } catch (DateTimeException e) {
      return malformed();
    }
  }

  private static Instant checked(Instant signedAt, Instant receivedAt) throws UnverifiedException {
    if (signedAt.isAfter(receivedAt.plus(CLOCKS_DIFFER))) {
      throw new UnverifiedException(SignatureReason.SIGNED_IN_FUTURE);
    }
    return signedAt.isBefore(EARLIEST) ? malformed() : signedAt.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant malformed() throws UnverifiedException {
    throw new UnverifiedException(SignatureReason.MALFORMED);
  }
}
