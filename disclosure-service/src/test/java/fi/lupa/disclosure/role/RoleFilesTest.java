package fi.lupa.disclosure.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.Role;
import fi.lupa.disclosure.decision.RoleScope;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An inconsistent file ends the start, and says where. */
class RoleFilesTest {
  private static final String KINDS =
      """
      kinds: [PLAN, OTHER]
      services: {SHELTER: {socialServices: ["1"], category: SHELTER}}
      types: {"1506.15xxx": {kind: PLAN}, "1506.15019": {kind: PLAN, category: SHELTER, service: SHELTER}}
      """;
  private static final String MATRIX =
      """
      WIDE:
        law: [S12]
        never: [MEDIATION]
        neverTasks: [FAMILY_LAW]
        sees:
          - {kinds: ALL, tasks: ALL}
          - {kinds: [PLAN], ownTasks: [DISABILITY], service: SHELTER}
        patientData: OWN
      """;

  private static RoleScope read(String matrix, String kinds) {
    return new MatrixFile(
            file(MatrixFile.NAME, matrix), file(KindFile.NAME, kinds), Set.of("S12", "S13"))
        .scope("WIDE");
  }

  private static CodeSetFile file(String name, String text) {
    return new CodeSetFile(name, YAMLMapper.builder().build().readTree(text));
  }

  @Test
  void aWholeEntry() {
    RoleScope scope = read(MATRIX, KINDS);

    assertThat(scope.law()).containsExactly("S12");
    assertThat(scope.patientData()).isEqualTo(RoleScope.PatientData.OWN);
    assertThat(scope.ownRegisterOnly()).isFalse();
    assertThat(scope.neverTasks()).containsExactly(ServiceTask.FAMILY_LAW);
    assertThat(scope.rows().getFirst().kinds()).containsExactlyInAnyOrder("PLAN", "OTHER");
    assertThat(scope.rows().getFirst().tasks()).containsExactlyInAnyOrder(ServiceTask.values());
    assertThat(scope.rows().getFirst().ownTasks()).isEmpty();
    assertThat(scope.rows().getLast().service()).isEqualTo("SHELTER");
    assertThat(scope.rows().getLast().ownTasks()).containsExactly(ServiceTask.DISABILITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          law: [S12]                    | law: [S99]                | S99
          never: [MEDIATION]            | never: [MEDITATION]       | MEDITATION
          never: [MEDIATION]            | never: MEDIATION          | a list is needed
          neverTasks: [FAMILY_LAW]      | neverTasks: [FAMILIARITY] | FAMILIARITY
          neverTasks: [FAMILY_LAW]      | notTasks: [FAMILY_LAW]    | notTasks
          patientData: OWN              | patientData: SOME         | SOME
          patientData: OWN              | ''                        | isn't known
          'kinds: ALL, tasks: ALL'      | 'kinds: ANY, tasks: ALL'  | a list is needed
          'kinds: ALL, tasks: ALL'      | 'kinds: [SONG], tasks: ALL' | SONG
          'kinds: ALL, tasks: ALL'      | 'kinds: ALL, tasks: [COOKING]' | COOKING
          'kinds: ALL, tasks: ALL'      | 'kinds: ALL'              | tasks or ownTasks
          'kinds: ALL, tasks: ALL'      | 'kinds: ALL, tasks: ALL, ownTasks: ALL' | tasks or ownTasks
          service: SHELTER              | service: CINEMA           | CINEMA
          WIDE                          | NARROW                    | sees nothing
          """)
  void theMatrixNamesWhatIsntKnown(String right, String wrong, String said) {
    assertThat(MATRIX).contains(right);
    assertThatThrownBy(() -> read(MATRIX.replace(right, wrong), KINDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("role-matrix.yaml")
        .hasMessageContaining("WIDE")
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WIDE               | NARROW              | WIDE isn't known
          sector: SOCIAL     | sector: SPORTS      | SPORTS isn't known
          '[PUBLIC]'         | '[FOREIGN]'         | FOREIGN isn't known
          'sv: b,'           | ''                  | a name is missing
          wideSearch: true   | widesearch: true    | widesearch isn't known
          """)
  void theRolesNameWhatIsntKnown(String right, String wrong, String said) {
    String roles =
        "WIDE: {fi: a, sv: b, en: c, sector: SOCIAL, ownership: [PUBLIC], wideSearch: true,"
            + " contactData: false}";
    MatrixFile matrix =
        new MatrixFile(file(MatrixFile.NAME, MATRIX), file(KindFile.NAME, KINDS), Set.of("S12"));
    assertThat(RoleFiles.read(file("roles.yaml", roles), matrix).get("WIDE"))
        .extracting(Role::wideSearch, Role::contactData)
        .containsExactly(true, false);
    assertThat(roles).contains(right);
    assertThatThrownBy(
            () -> RoleFiles.read(file("roles.yaml", roles.replace(right, wrong)), matrix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void theFilesThatAreDeliveredFitEachOther() {
    assertThat(RoleFiles.load()).hasSizeGreaterThan(20).doesNotContainKey("PLUMBER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'kinds: [PLAN, OTHER]'        | 'kinds: [PLAN]'              | OTHER isn't known
          '1506.15xxx'                  | '1506.015xxx'                | no type and no family
          '{kind: PLAN}'                | '{kind: MAP}'                | MAP isn't known
          '{kind: PLAN}'                | '{}'                         | isn't known
          '{kind: PLAN}'                | '{kind: PLAN, colour: RED}'  | colour isn't known
          'kind: PLAN, category: SHELTER' | 'kind: PLAN, category: HUT' | HUT isn't known
          'service: SHELTER'            | 'service: CINEMA'            | CINEMA isn't known
          '["1"], category: SHELTER'    | '["1"], category: HUT'       | HUT isn't known
          """)
  void theKindsNameWhatIsntKnown(String right, String wrong, String said) {
    assertThat(KINDS).contains(right);
    assertThatThrownBy(() -> read(MATRIX, KINDS.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("document-kinds.yaml")
        .hasMessageContaining(said);
  }
}
