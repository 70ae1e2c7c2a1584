package fi.lupa.gateway.problem;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The reason codes the gateway itself can answer with: the shared ones and its own. */
final class ReasonCatalog {
  private static final String FOLDER = "codesets/reason-codes/";

  /** One reason: HTTP status, short English title, text in three languages. */
  record Reason(int status, String title, LocalizedText text) {}

  private final Map<String, Reason> reasons;

  private ReasonCatalog(Map<String, Reason> reasons) {
    this.reasons = Map.copyOf(reasons);
  }

  /**
   * @throws UncheckedIOException when a file of codes is missing
   */
  static ReasonCatalog load() {
    Map<String, Reason> all = new HashMap<>();
    for (String file : List.of("platform.yaml", "gateway.yaml")) {
      try (InputStream in = new ClassPathResource(FOLDER + file).getInputStream()) {
        Map<String, Map<String, Object>> codes =
            new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        codes.forEach((code, fields) -> all.put(code, reason(fields)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ReasonCatalog(all);
  }

  /**
   * @throws IllegalArgumentException when there is no such code
   */
  Reason reason(String code) {
    Reason reason = reasons.get(code);
    if (reason == null) {
      throw new IllegalArgumentException("unknown reason code " + code);
    }
    return reason;
  }

  private static Reason reason(Map<String, Object> fields) {
    return new Reason(
        (int) Objects.requireNonNull(fields.get("status")),
        text(fields, "title"),
        new LocalizedText(text(fields, "fi"), text(fields, "sv"), text(fields, "en")));
  }

  private static String text(Map<String, Object> fields, String name) {
    return (String) Objects.requireNonNull(fields.get(name));
  }
}
