package fi.lupa.disclosure.document.store;

import static fi.lupa.disclosure.document.Standing.Status.CURRENT;
import static fi.lupa.disclosure.document.Standing.Status.SUPERSEDED;
import static fi.lupa.disclosure.document.Standing.Status.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.support.Documents;
import org.junit.jupiter.api.Test;

class BasesTest {
  private static Oid version(int number) {
    return new Oid("1.2.3." + number);
  }

  @Test
  void onlyTheCurrentVersionIsABase() {
    History history = Documents.history(SUPERSEDED, VOIDED, CURRENT, VOIDED);
    assertThat(Bases.conflict(history, version(3))).isEmpty();
    assertThat(Bases.conflict(history, version(1))).contains("VERSION_CONFLICT");
    assertThat(Bases.conflict(history, version(2))).contains("DOCUMENT_VOIDED");
    assertThat(Bases.conflict(history, version(4))).contains("DOCUMENT_VOIDED");
    assertThat(Bases.conflict(history, version(5))).contains("VERSION_CONFLICT");
    assertThat(Bases.conflict(history, new Oid("1.2.4.3"))).contains("VERSION_CONFLICT");
    assertThat(Bases.conflict(History.NONE, version(1))).contains("VERSION_CONFLICT");
  }

  @Test
  void aHistoryGoesOnFromItsLastNumberAndItsFirstPlace() {
    History history = Documents.history(SUPERSEDED, CURRENT, VOIDED);
    assertThat(history.next()).isEqualTo(4);
    assertThat(history.current().orElseThrow().version()).isEqualTo(2);
    assertThat(history.newest().orElseThrow().version()).isEqualTo(2);
    assertThat(history.sortAt(Documents.RECORDED.plusSeconds(99))).isEqualTo(Documents.RECORDED);
    assertThat(Documents.history(VOIDED, VOIDED).newest().orElseThrow().version()).isEqualTo(2);
    assertThat(Documents.history(VOIDED, VOIDED).current()).isEmpty();
    assertThat(History.NONE.next()).isEqualTo(1);
    assertThat(History.NONE.sortAt(Documents.RECORDED)).isEqualTo(Documents.RECORDED);
  }
}
