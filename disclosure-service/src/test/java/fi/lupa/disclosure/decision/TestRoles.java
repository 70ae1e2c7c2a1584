package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.disclosure.role.RoleFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The roles of the files that are delivered. */
public final class TestRoles {
  private static final Map<String, Role> ROLES = RoleFiles.load();

  private TestRoles() {}

  public static Role role(String key) {
    return Objects.requireNonNull(ROLES.get(key), key);
  }

  /** Null when there is none of that name. */
  static @Nullable Role orNull(String key) {
    return ROLES.get(key);
  }

  static List<Role> all() {
    return ROLES.values().stream().sorted(Comparator.comparing(Role::key)).toList();
  }

  /** Those that there are in such organisations. */
  static List<Role> of(Sector sector, Ownership ownership) {
    return all().stream()
        .filter(role -> role.sector() == sector && role.ownership().contains(ownership))
        .toList();
  }
}
