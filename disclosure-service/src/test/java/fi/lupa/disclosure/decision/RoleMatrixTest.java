package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.RoleRules.Work;
import fi.lupa.disclosure.support.Oids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every cell of the matrix as the rules read it, held against a table that a person can check with
 * the decree in hand. After a wanted change: run with {@code -Dlupa.golden=write} and read the
 * difference.
 *
 * <p>{@code +} seen, {@code o} seen when the task is one's own, {@code !} specially protected,
 * {@code .} outside the role's task.
 */
class RoleMatrixTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/role-matrix.txt");

  /** A type of each kind. */
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("RELATIONSHIP", "1505.1"),
              Map.entry("MATTER", "1505.2"),
              Map.entry("DECLARATION", "1505.8"),
              Map.entry("NEED_ASSESSMENT", "1506.1019"),
              Map.entry("FUNCTIONAL_ASSESSMENT", "1506.1003"),
              Map.entry("OTHER_ASSESSMENT", "1506.1014"),
              Map.entry("CLIENT_PLAN", "1506.15003"),
              Map.entry("IMPLEMENTATION_PLAN", "1506.15004"),
              Map.entry("OTHER_PLAN", "1506.15025"),
              Map.entry("DECISION", "1506.11000"),
              Map.entry("PREPARATION", "1506.3005"),
              Map.entry("CONTRACT", "1506.13001"),
              Map.entry("CONSENT", "1506.14007"),
              Map.entry("IMPLEMENTATION", "1506.16009"),
              Map.entry("JOURNAL_ENTRY", "1506.19007"),
              Map.entry("OTHER", "1506.20001")));

  private static Doc doc(String type, ServiceTask task, SpecialCategory... category) {
    return new Doc(
        Oids.document(),
        Oids.organisation(60_000_001),
        type,
        Set.of(task),
        Set.of(),
        Instant.EPOCH,
        false,
        category.length == 0 ? null : category[0]);
  }

  private static String cell(Role role, DocumentFacts document) {
    return !RoleRules.isUnprotected(document, role.scope())
        ? "!"
        : RoleRules.covers(document, role.scope(), new Work(Set.of(), true))
            ? "+"
            : RoleRules.covers(document, role.scope(), new Work(document.serviceTasks(), true))
                ? "o"
                : ".";
  }

  private static String line(Role role, String name, String type, SpecialCategory... category) {
    return "  %-27s%s"
        .formatted(
            name,
            Stream.of(ServiceTask.values())
                .map(task -> cell(role, doc(type, task, category)))
                .collect(Collectors.joining("  ")));
  }

  private static Stream<String> of(Role role) {
    String head =
        "%s (%s, %s%s): patient data %s"
            .formatted(
                role.key(),
                role.sector(),
                role.ownership().stream().sorted().toList(),
                role.scope().ownRegisterOnly() ? ", own register only" : "",
                role.scope().patientData());
    Stream<String> kinds =
        TYPES.entrySet().stream().map(kind -> line(role, kind.getKey(), kind.getValue()));
    Stream<String> special =
        Stream.of(SpecialCategory.values())
            .map(category -> line(role, "entry of " + category, "1506.19007", category));
    Stream<String> services =
        Stream.of(
            line(role, "informal care plan", "1506.15012"),
            line(role, "social assistance", "1506.11047"),
            line(role, "managed account", "1506.11054"),
            line(role, "social credit", "1506.11043"),
            line(role, "shelter plan", "1506.15019"),
            line(role, "adoption decision", "1506.11007"));
    return Stream.of(Stream.of(head), kinds, special, services, Stream.of("")).flatMap(x -> x);
  }

  @Test
  void everyCellIsAsTheTableSays() throws IOException {
    String tasks =
        "columns: "
            + Stream.of(ServiceTask.values()).map(Enum::name).collect(Collectors.joining(", "));
    String actual =
        Stream.concat(Stream.of(tasks, ""), TestRoles.all().stream().flatMap(RoleMatrixTest::of))
            .collect(Collectors.joining("\n", "", "\n"));
    if ("write".equals(System.getProperty("lupa.golden"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void theTableHasEveryKind() {
    DocumentKinds kinds = TestRoles.all().getFirst().scope().kinds();
    TYPES.forEach(
        (kind, type) -> assertThat(kinds.kind(doc(type, ServiceTask.FAMILIES))).isEqualTo(kind));
    assertThat(kinds.types().values())
        .extracting(DocumentKinds.Type::kind)
        .isSubsetOf(TYPES.keySet());
  }

  @Test
  void aSpecialServiceIsKnownByItsCodeToo() {
    Role role = TestRoles.role("FINANCIAL_CAPABILITY_PROVISION");
    Doc plan = doc("1506.15020", ServiceTask.WORKING_AGE);
    Doc ofService =
        new Doc(
            plan.documentOid(),
            plan.controller(),
            plan.documentType(),
            plan.serviceTasks(),
            Set.of("99"),
            plan.recordedAt(),
            false,
            null);
    Work work = new Work(Set.of(), true);
    assertThat(RoleRules.covers(plan, role.scope(), work)).isFalse();
    assertThat(RoleRules.covers(ofService, role.scope(), work)).isTrue();
  }

  @Test
  void nobodyWhoseTasksAreAHousesOwnSeesAnothersRegister() {
    Work elsewhere = new Work(Set.of(ServiceTask.values()), false);
    for (String key : List.of("ICT_SUPPORT", "ARCHIVE_WORK", "MANAGEMENT")) {
      RoleScope scope = TestRoles.role(key).scope();
      assertThat(RoleRules.covers(doc("1506.15003", ServiceTask.FAMILIES), scope, elsewhere))
          .isFalse();
    }
  }
}
