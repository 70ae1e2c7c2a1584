package fi.lupa.disclosure.asking;

import fi.lupa.platform.codeset.YamlFiles;
import java.util.Set;
import org.springframework.stereotype.Component;

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
    return Set.copyOf(YamlFiles.tree(file).propertyNames());
  }
}
