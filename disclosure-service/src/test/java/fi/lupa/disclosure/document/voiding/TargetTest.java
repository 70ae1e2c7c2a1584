package fi.lupa.disclosure.document.voiding;

import static fi.lupa.disclosure.document.Standing.Status.CURRENT;
import static fi.lupa.disclosure.document.Standing.Status.SUPERSEDED;
import static fi.lupa.disclosure.document.Standing.Status.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.document.History;
import fi.lupa.disclosure.support.Documents;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final History HISTORY = Documents.history(SUPERSEDED, VOIDED, SUPERSEDED, CURRENT);

  private static Target target(@Nullable Integer version) {
    return Target.of(HISTORY, Documents.CONTROLLER, version);
  }

  private static List<Integer> versions(Target target) {
    return target.versions().stream().map(Document::version).toList();
  }

  @Test
  void withoutAVersionItIsEveryOneLeft() {
    assertThat(versions(target(null))).containsExactly(1, 3, 4);
    assertThat(target(null).current()).isNull();
    assertThat(target(null).refusal()).isNull();
  }

  @Test
  void ofOneVersionTheNewestLeftHolds() {
    assertThat(versions(target(4))).containsExactly(4);
    assertThat(target(4).current()).isEqualTo(3);
    assertThat(target(3).current()).isEqualTo(4);
    assertThat(target(1).current()).isEqualTo(4);
  }

  @Test
  void whatIsVoidedOrNotThereIsRefused() {
    assertThat(target(2).refusal()).isEqualTo("DOCUMENT_VOIDED");
    assertThat(versions(target(2))).as("its tasks decide who may know that").containsExactly(2);
    assertThat(target(5).refusal()).isEqualTo("NOT_FOUND");
    assertThat(Target.of(History.NONE, Documents.CONTROLLER, null).refusal())
        .isEqualTo("NOT_FOUND");
    assertThat(Target.of(HISTORY, new Oid("1.2.246.10.2.10.0"), null).refusal())
        .isEqualTo("NOT_FOUND");
    assertThat(Target.of(Documents.history(VOIDED, VOIDED), Documents.CONTROLLER, null).refusal())
        .isEqualTo("DOCUMENT_VOIDED");
  }
}
