package fi.lupa.disclosure.role;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.DocumentKinds;
import fi.lupa.disclosure.decision.RoleScope;
import fi.lupa.disclosure.decision.RoleScope.PatientData;
import fi.lupa.disclosure.decision.RoleScope.Row;
import fi.lupa.disclosure.decision.SpecialCategory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code codesets/role-matrix.yaml}. */
final class MatrixFile {
  static final String NAME = "role-matrix.yaml";

  private static final Set<String> MEMBERS =
      Set.of("law", "never", "neverTasks", "ownRegister", "sees", "patientData");
  private static final Set<String> OF_ROWS = Set.of("kinds", "tasks", "ownTasks", "service");

  private final CodeSetFile file;
  private final Set<String> kinds;
  private final DocumentKinds documents;
  private final Set<String> law;

  /**
   * @param law keys of the legal references that there are
   */
  MatrixFile(CodeSetFile file, CodeSetFile kinds, Set<String> law) {
    this.file = file;
    this.kinds = KindFile.kinds(kinds);
    this.documents = KindFile.read(kinds);
    this.law = law;
  }

  /** No entry is of a role that there isn't. */
  void allIn(Set<String> roles) {
    for (String role : file.keys()) {
      file.known(role, role, roles);
    }
  }

  /**
   * @throws IllegalArgumentException when the role isn't there, or its entry names what isn't known
   */
  RoleScope scope(String role) {
    JsonNode node = file.tree().path(role);
    file.onlyHas(role, node, MEMBERS);
    List<Row> rows = node.path("sees").valueStream().map(row -> row(role, row)).toList();
    if (rows.isEmpty()) {
      throw file.fault(role, "sees nothing");
    }
    return new RoleScope(
        documents,
        node.path("law").valueStream().map(key -> file.known(role, key.asString(), law)).toList(),
        rows,
        file.enums(role, node.path("never"), SpecialCategory.class, false),
        file.enums(role, node.path("neverTasks"), ServiceTask.class, false),
        node.path("ownRegister").asBoolean(false),
        file.one(role, node.path("patientData").asString(""), PatientData.class));
  }

  private Row row(String role, JsonNode row) {
    file.onlyHas(role, row, OF_ROWS);
    if (row.has("tasks") == row.has("ownTasks")) {
      throw file.fault(role, "a row has tasks or ownTasks");
    }
    return new Row(
        file.names(role, row.path("kinds"), kinds),
        file.enums(role, row.path("tasks"), ServiceTask.class, true),
        file.enums(role, row.path("ownTasks"), ServiceTask.class, true),
        service(role, row.path("service")));
  }

  private @Nullable String service(String role, JsonNode service) {
    return service.isMissingNode()
        ? null
        : file.known(role, service.asString(), documents.services().keySet());
  }
}
