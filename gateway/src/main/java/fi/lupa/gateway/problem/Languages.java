package fi.lupa.gateway.problem;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * Which of the three languages a caller reads: Finnish unless {@code Accept-Language} prefers
 * Swedish or English.
 */
public final class Languages {
  private static final List<Locale> SPOKEN =
      List.of(Locale.of("fi"), Locale.of("sv"), Locale.of("en"));

  private Languages() {}

  /** Returns {@code fi}, {@code sv} or {@code en}. */
  public static String of(HttpHeaders headers) {
    try {
      Locale found = Locale.lookup(headers.getAcceptLanguage(), SPOKEN);
      return found == null ? "fi" : found.getLanguage();
    } catch (IllegalArgumentException malformed) {
      return "fi";
    }
  }
}
