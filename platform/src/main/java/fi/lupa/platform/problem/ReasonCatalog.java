package fi.lupa.platform.problem;

import fi.lupa.contracts.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every reason code with its HTTP status and its texts, read from {@code
 * codesets/reason-codes/*.yaml}.
 */
public final class ReasonCatalog {
  private static final String FILES = "classpath*:codesets/reason-codes/*.yaml";

  private final Map<String, Reason> reasons;

  /**
   * One reason. {@code status} is absent for codes that only filter documents and never answer a
   * request.
   */
  public record Reason(@Nullable Integer status, String title, String fi, String sv, String en) {
    public LocalizedText text() {
      return new LocalizedText(fi, sv, en);
    }
  }

  private ReasonCatalog(Map<String, Reason> reasons) {
    this.reasons = Map.copyOf(reasons);
  }

  /**
   * @throws IllegalStateException when a file can't be read or a code stands in two of them
   */
  public static ReasonCatalog load() {
    YAMLMapper yaml = YAMLMapper.builder().build();
    Map<String, Reason> all = new HashMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        try (InputStream in = file.getInputStream()) {
          Map<String, Reason> some = yaml.readValue(in, new TypeReference<>() {});
          some.forEach((code, reason) -> {
            if (all.put(code, reason) != null) {
              throw new IllegalStateException("reason code defined twice: " + code);
            }
          });
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (all.isEmpty()) {
      throw new IllegalStateException("no reason codes found at " + FILES);
    }
    return new ReasonCatalog(all);
  }

  /**
   * @throws IllegalArgumentException when there is no such code
   */
  public Reason reason(String code) {
    Reason reason = reasons.get(code);
    if (reason == null) {
      throw new IllegalArgumentException("unknown reason code " + code);
    }
    return reason;
  }

  public Set<String> codes() {
    return reasons.keySet();
  }
}
