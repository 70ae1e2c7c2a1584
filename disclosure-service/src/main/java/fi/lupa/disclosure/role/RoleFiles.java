package fi.lupa.disclosure.role;

import fi.lupa.contracts.Ownership;
import fi.lupa.contracts.Sector;
import fi.lupa.disclosure.decision.Role;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads the roles that there are, with what each sees (decree 457/2024): {@code
 * codesets/roles.yaml}, {@code role-matrix.yaml} and {@code document-kinds.yaml}.
 */
public final class RoleFiles {
  private static final Set<String> TEXTS = Set.of("fi", "sv", "en");
  private static final Set<String> MEMBERS =
      Set.of("fi", "sv", "en", "sector", "ownership", "contactData", "wideSearch");

  private RoleFiles() {}

  /**
   * The roles by their keys.
   *
   * @throws IllegalArgumentException when the files don't fit each other
   */
  public static Map<String, Role> load() {
    MatrixFile matrix =
        new MatrixFile(
            CodeSetFile.load(MatrixFile.NAME),
            CodeSetFile.load(KindFile.NAME),
            CodeSetFile.load("legal-references.yaml").keys());
    return read(CodeSetFile.load("roles.yaml"), matrix);
  }

  static Map<String, Role> read(CodeSetFile file, MatrixFile matrix) {
    matrix.allIn(file.keys());
    return file.map(file.tree(), (key, node) -> role(file, key, node, matrix));
  }

  private static Role role(CodeSetFile file, String key, JsonNode node, MatrixFile matrix) {
    file.onlyHas(key, node, MEMBERS);
    if (!TEXTS.stream().allMatch(language -> node.path(language).isString())) {
      throw file.fault(key, "a name is missing");
    }
    return new Role(
        key,
        file.one(key, node.path("sector").asString(""), Sector.class),
        file.enums(key, node.path("ownership"), Ownership.class, false),
        node.path("wideSearch").asBoolean(false),
        node.path("contactData").asBoolean(false),
        matrix.scope(key));
  }
}
