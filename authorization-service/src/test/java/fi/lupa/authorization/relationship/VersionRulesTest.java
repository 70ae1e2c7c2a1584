package fi.lupa.authorization.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.IdentityCode;
import fi.lupa.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class VersionRulesTest {
  private static final ClientRef CLIENT = new ClientRef(new UUID(7, 1));
  private static final Oid DOCUMENT = new Oid("1.2.246.10.91000005.14.2026.1");
  private static final byte[] SAME = {1};
  private static final byte[] OTHER = {2};

  @ParameterizedTest
  @CsvSource({"1, ", "5, ", "5, 3"})
  void anyVersionMayBeTheFirst(long version, @Nullable Long base) {
    assertThat(isRepeated(0, SAME, version, base, SAME)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"4, ", "4, 3", "7, 3"})
  void theNextOneFollows(long version, @Nullable Long base) {
    assertThat(isRepeated(3, SAME, version, base, OTHER)).isFalse();
  }

  @Test
  void theVerySameIsARepetition() {
    assertThat(isRepeated(3, SAME, 3, null, SAME)).isTrue();
    assertThat(isRepeated(3, SAME, 3, 1L, SAME)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"3, ", "2, ", "1, ", "5, ", "4, 2", "2, 3", "3, 3"})
  void whatDoesNotFollowIsRefusedWithWhereItStands(long version, @Nullable Long base) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> isRepeated(3, SAME, version, base, OTHER))
        .withMessage("VERSION_CONFLICT")
        .satisfies(problem -> assertThat(problem.extras()).containsEntry("currentVersion", 3L));
  }

  @Test
  void aDocumentOfAnotherClientIsRefused() {
    AppliedVersion ofOther = new AppliedVersion(new ClientRef(new UUID(7, 9)), DOCUMENT, 1, SAME);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() ->
            VersionRules.isRepeated(
                List.of(known(DOCUMENT, 1), ofOther), CLIENT, request(2, null), SAME, false))
        .withMessage("RELATIONSHIP_OF_OTHER_CLIENT");
  }

  @Test
  void anotherDocumentOfTheClientComesWhenNoRightFollowsTheFirst() {
    List<AppliedVersion> known = List.of(known(new Oid("1.2.3"), 8));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> VersionRules.isRepeated(known, CLIENT, request(1, null), SAME, true))
        .withMessage("RELATIONSHIP_HAS_DOCUMENT");
    assertThat(VersionRules.isRepeated(known, CLIENT, request(1, null), SAME, false)).isFalse();
  }

  @Test
  void theRequestHidesItsDocument() {
    assertThat(request(1, null)).hasToString("RelationshipImport[hidden]");
  }

  private static boolean isRepeated(
      long last, byte[] lastContent, long version, @Nullable Long base, byte[] content) {
    AppliedVersion known = new AppliedVersion(CLIENT, DOCUMENT, last, lastContent);
    return VersionRules.isRepeated(List.of(known), CLIENT, request(version, base), content, false);
  }

  private static AppliedVersion known(Oid document, long version) {
    return new AppliedVersion(CLIENT, document, version, SAME);
  }

  private static RelationshipImport request(long version, @Nullable Long base) {
    return new RelationshipImport(
        new IdentityCode("020516C903K"),
        DOCUMENT,
        version,
        base,
        new Oid("1.2"),
        JsonNodeFactory.instance.objectNode());
  }
}
