package fi.lupa.audit.codeset;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.problem.ReasonCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeSetsTest {
  private static final CodeSets CODES = CodeSets.load(ReasonCatalog.load());

  @ParameterizedTest
  @EnumSource(ServiceTask.class)
  void everyServiceTaskHasItsNames(ServiceTask task) {
    assertThat(CODES.serviceTask(task).sv()).isNotBlank();
    assertThat(CODES.serviceTask(task).en()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Basis.class)
  void everyBasisHasItsNames(Basis basis) {
    assertThat(CODES.basis(basis).sv()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Ground.class)
  void everyGroundHasItsNames(Ground ground) {
    assertThat(CODES.ground(ground).en()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "1506.1005, Lapsen ja perheen palvelutarpeen arvio",
    "1506.1999, Arvio",
    "1506.10999, Pyyntö",
    "1506.11999, Päätös",
    "1505.8, Luovutuslupa-asiakirja",
    "1505.77, Asiakirja",
    "9999.12345, Asiakirja",
    "15, Asiakirja"
  })
  void aDocumentTypeIsNamedByItselfElseByItsFamily(String type, String name) {
    assertThat(CODES.documentType(type).fi()).isEqualTo(name);
  }

  @Test
  void provisionsAreFoundByTheirKeys() {
    assertThat(CODES.provisions())
        .hasEntrySatisfying(
            "ACT_703_2023_S55_1",
            provision -> {
              assertThat(provision.act()).isEqualTo("703/2023");
              assertThat(provision.section()).isEqualTo("55 § 1");
              assertThat(provision.text().en()).contains("disclosure permit");
            });
    assertThat(CODES.provisions()).doesNotContainKey("ACT_1");
  }

  @Test
  void unknownCodesGetGeneralWords() {
    assertThat(CODES.purpose("ELSE").en()).isEqualTo("Another purpose");
    assertThat(CODES.wideSearchReason("ELSE").en()).isEqualTo("Another reason");
    assertThat(CODES.wideSearchReason("NEED_ASSESSMENT").fi())
        .isEqualTo("Palvelutarpeen selvittäminen");
    assertThat(CODES.reason("ELSE").sv()).isEqualTo("Annan orsak.");
    assertThat(CODES.purpose("CARE").sv()).isNotEqualTo(CODES.purpose("ELSE").sv());
  }
}
