package fi.lupa.disclosure.asking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The keys that a request may name: purposes of use ({@code codesets/purposes.yaml}, no national
 * code set was found; facts 6.3) and reasons of a wide search ({@code
 * codesets/wide-search-reasons.yaml}).
 */
@Component
class StatedCodes {
  private final Set<String> purposes = keys("codesets/purposes.yaml");
  private final Set<String> wideSearchReasons = keys("codesets/wide-search-reasons.yaml");

  boolean isPurpose(String key) {
    return purposes.contains(key);
  }

  boolean isWideSearchReason(String key) {
    return wideSearchReasons.contains(key);
  }

  private static Set<String> keys(String file) {
    try (InputStream in = new ClassPathResource(file).getInputStream()) {
      return Set.copyOf(YAMLMapper.builder().build().readTree(in).propertyNames());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
