package fi.lupa.disclosure.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a professional's role needs, from {@code codesets/roles.yaml} (decree 457/2024 10 §). */
@Component
public class Roles {
  private static final String FILE = "codesets/roles.yaml";

  private final Set<String> needingContactData;

  public Roles() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      JsonNode file = YAMLMapper.builder().build().readTree(in);
      needingContactData =
          file.properties().stream()
              .filter(role -> role.getValue().path("contactData").asBoolean(false))
              .map(Map.Entry::getKey)
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the role's task needs a protected client's contact data; an unknown role's doesn't. */
  public boolean needsContactData(String role) {
    return needingContactData.contains(role);
  }
}
