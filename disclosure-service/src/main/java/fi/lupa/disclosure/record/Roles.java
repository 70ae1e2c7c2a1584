package fi.lupa.disclosure.record;

import fi.lupa.disclosure.decision.Role;
import fi.lupa.disclosure.role.RoleFiles;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The roles that professionals may ask in (decree 457/2024); a file in disorder ends the start. */
@Component
public class Roles {
  private final Map<String, Role> roles = RoleFiles.load();

  /** The role with this key; null when there is none. */
  public @Nullable Role find(String key) {
    return roles.get(key);
  }

  /** All that there are. */
  public Collection<Role> all() {
    return roles.values();
  }
}
