package fi.lupa.disclosure.record;

import fi.lupa.disclosure.decision.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a professional's role needs, from {@code codesets/roles.yaml} (decree 457/2024 10 §). */
@Component
public class Roles {
  private static final String FILE = "codesets/roles.yaml";

  private final Map<String, Role> roles;

  public Roles() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      JsonNode file = YAMLMapper.builder().build().readTree(in);
      roles =
          file.properties().stream()
              .map(role -> role(role.getKey(), role.getValue()))
              .collect(Collectors.toUnmodifiableMap(Role::key, role -> role));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The role with this key; null when the file has none. */
  public @Nullable Role find(String key) {
    return roles.get(key);
  }

  /** Whether the role's task needs a protected client's contact data; an unknown role's doesn't. */
  public boolean needsContactData(String key) {
    Role role = find(key);
    return role != null && role.contactData();
  }

  private static Role role(String key, JsonNode node) {
    return new Role(
        key, node.path("wideSearch").asBoolean(false), node.path("contactData").asBoolean(false));
  }
}
