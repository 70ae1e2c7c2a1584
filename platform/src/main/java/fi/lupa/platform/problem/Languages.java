package fi.lupa.platform.problem;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * Which of the three languages a caller reads: {@code fi} unless {@code Accept-Language} prefers sv
 * or en.
 */
public final class Languages {
  private static final List<Locale> SPOKEN =
      List.of(Locale.of("fi"), Locale.of("sv"), Locale.of("en"));

  private Languages() {}

  public static String of(HttpHeaders headers) {
    try {
      Locale found = Locale.lookup(headers.getAcceptLanguage(), SPOKEN);
      return found == null ? "fi" : found.getLanguage();
    } catch (IllegalArgumentException e) {
      return "fi";
    }
  }
}
