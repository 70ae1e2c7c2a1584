package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client who exists in tests only: individual numbers 900 to 999 are never given to anybody.
 *
 * @param identityCode with the right check character
 */
public record Person(String identityCode) implements Caller, Client {
  private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final AtomicInteger NEXT = new AtomicInteger();

  public Person {
    Secrets.note(identityCode);
  }

  /** Somebody whom no other test knows. */
  public static Person next() {
    int n = NEXT.getAndIncrement();
    return of(
        "%02d%02d%02d".formatted(1 + n / 100 % 28, 1 + n / 2800 % 12, n / 33600 % 100),
        '-',
        n % 100);
  }

  /**
   * The person of a birthday, century separator and individual number.
   *
   * @param birthday ddMMyy
   * @param n 0 to 99
   */
  public static Person of(String birthday, char separator, int n) {
    int individual = 900 + n;
    int digits = Integer.parseInt(birthday + individual);
    return new Person(birthday + separator + individual + CHECK.charAt(digits % CHECK.length()));
  }

  @Override
  public Map<String, Object> client() {
    return Map.of("identityCode", identityCode);
  }

  @Override
  public String clientId() {
    return "citizen";
  }

  @Override
  public String tokenParameters() {
    return "&identity_code=" + URLEncoder.encode(identityCode, UTF_8);
  }

  @Override
  public String toString() {
    return "a test person";
  }
}
