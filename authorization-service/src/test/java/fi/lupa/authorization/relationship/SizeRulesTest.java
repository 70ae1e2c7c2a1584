package fi.lupa.authorization.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.relationship.document.Block;
import fi.lupa.authorization.relationship.document.Block.Part;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.relationship.document.RelationshipDocument;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.problem.Violation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizeRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @Test
  void aHundredProducersAreEnough() {
    assertThat(violation(Collections.nCopies(100, block(null, 50)))).isEmpty();
    assertThat(violation(Collections.nCopies(101, block(null, 0))))
        .map(Violation::pointer)
        .contains("/document/asiakkuusasiakirja/sosiaalihuollon_palvelutehtava");
    assertThat(
            violation(
                Collections.nCopies(101, new Block.Unclear("/x", "UNIT_UNKNOWN", null, null))))
        .isPresent();
  }

  @Test
  void howeverLongTheHistoryIs() {
    assertThat(violation(Collections.nCopies(1000, new Block.Past("/x")))).isEmpty();
    assertThat(violation(Collections.nCopies(1000, block(TODAY, 60)))).isEmpty();
  }

  @Test
  void ofOneProducerFiftySubcontractorsAre() {
    assertThat(violation(List.of(block(null, 0), block(null, 51))))
        .map(Violation::pointer)
        .contains("/block/palveluntoteuttaja");
  }

  private static Optional<Violation> violation(List<? extends Block> blocks) {
    return SizeRules.violation(
        new RelationshipDocument(Optional.empty(), "", false, null, List.copyOf(blocks)), TODAY);
  }

  private static Producer block(@Nullable LocalDate end, int parts) {
    Part part = new Part.Unclear("/part", "UNIT_UNKNOWN");
    return new Producer(
        "/block",
        ServiceTask.DISABILITY,
        new Oid("1.2.3"),
        List.of(),
        TODAY.minusDays(1),
        end,
        Collections.nCopies(parts, part));
  }
}
