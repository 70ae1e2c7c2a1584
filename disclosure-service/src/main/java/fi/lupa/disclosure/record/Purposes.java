package fi.lupa.disclosure.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Purposes of use, from {@code codesets/purposes.yaml}; no national code set was found (facts 6.3).
 */
@Component
public class Purposes {
  private static final String FILE = "codesets/purposes.yaml";

  private final Set<String> keys;

  Purposes() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      JsonNode file = YAMLMapper.builder().build().readTree(in);
      keys = Set.copyOf(file.propertyNames());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean contains(String purpose) {
    return keys.contains(purpose);
  }
}
