package fi.lupa.authorization.relationship.derive;

import static fi.lupa.authorization.relationship.derive.DerivationRules.derive;
import static fi.lupa.authorization.relationship.derive.Documents.apart;
import static fi.lupa.authorization.relationship.derive.Documents.block;
import static fi.lupa.authorization.relationship.derive.Documents.document;
import static fi.lupa.authorization.relationship.derive.Documents.followed;
import static fi.lupa.authorization.relationship.derive.Documents.part;
import static fi.lupa.authorization.relationship.derive.Documents.right;
import static fi.lupa.authorization.relationship.derive.Documents.subcontractor;
import static fi.lupa.authorization.relationship.derive.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.authorization.relationship.derive.Derived.Amend;
import fi.lupa.authorization.relationship.derive.Derived.Grant;
import fi.lupa.authorization.relationship.derive.Derived.Refused;
import fi.lupa.authorization.relationship.derive.Derived.Same;
import fi.lupa.authorization.relationship.document.Block.Part;
import fi.lupa.authorization.relationship.document.Block.Part.Implementer;
import fi.lupa.authorization.relationship.document.Block.Producer;
import fi.lupa.authorization.usageright.Rights;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubcontractorRulesTest {
  private final Producer open = block("2026-11-01", null);

  @Test
  void theyAreNamedInTheRight() {
    assertThat(derive(document(with(open, part("2026-11-10", "2027-01-31"))), apart()))
        .singleElement()
        .isInstanceOfSatisfying(
            Grant.class,
            grant ->
                assertThat(grant.terms().subcontractors())
                    .containsExactly(subcontractor("2026-11-10", "2027-01-31")));
  }

  @Test
  void oneThatCannotBeIsLeftOutAlone() {
    Part outside = part("2026-10-01", null);
    Part unclear = new Part.Unclear("/unclear", "DAY_NOT_VALID");
    Part unknown =
        new Implementer(
            "/unknown", Rights.ORGANISER, List.of(), LocalDate.parse("2026-11-01"), null);
    assertThat(
            derive(
                document(with(open, outside, unclear, unknown, part("2026-11-10", null))), apart()))
        .satisfiesExactly(
            grant ->
                assertThat(((Grant) grant).terms().subcontractors())
                    .containsExactly(subcontractor("2026-11-10", null)),
            one ->
                assertThat(one)
                    .isEqualTo(
                        new Refused("/part/2026-10-01", "SUBCONTRACTOR_OUTSIDE_RIGHT", null)),
            two -> assertThat(two).isEqualTo(new Refused("/unclear", "DAY_NOT_VALID", null)),
            three -> assertThat(three).isEqualTo(new Refused("/unknown", "UNIT_UNKNOWN", null)));
  }

  @Test
  void theSameOnesChangeNothing() {
    UsageRight right = right(1, "2026-11-01", null, subcontractor("2026-11-10", null));
    assertThat(derive(document(with(open, part("2026-11-10", null))), followed(right)))
        .containsExactly(new Same(open.pointer(), right));
  }

  @Test
  void oneMoreOneLessOrAnotherDayAmends() {
    UsageRight right = right(1, "2026-11-01", null, subcontractor("2026-11-10", null));
    assertThat(named(right, part("2026-11-10", null), part("2026-12-01", null)))
        .containsExactly(subcontractor("2026-11-10", null), subcontractor("2026-12-01", null));
    assertThat(named(right, part("2026-11-10", "2026-12-31")))
        .containsExactly(subcontractor("2026-11-10", "2026-12-31"));
    assertThat(named(right)).isEmpty();
  }

  @Test
  void partsThatAreOverDoNotMatter() {
    UsageRight right = right(1, "2026-11-01", null, subcontractor("2026-11-02", "2026-11-10"));
    assertThat(derive(document(open), followed(right)))
        .containsExactly(new Same(open.pointer(), right));
  }

  @Test
  void aPartOfAWiderBlockIsWithinTheRight() {
    UsageRight right =
        right(1, "2026-11-01", null)
            .endingOn(LocalDate.parse("2026-12-31"), RightEndReason.CONTRACT_ENDED);
    Producer wider = with(block("2026-10-01", null), part("2026-10-01", "2027-06-30"));
    assertThat(derive(document(wider), followed(right)))
        .singleElement()
        .isInstanceOfSatisfying(
            Amend.class,
            amend ->
                assertThat(amend.terms().subcontractors())
                    .containsExactly(subcontractor("2026-11-01", "2026-12-31")));
  }

  private List<Subcontractor> named(UsageRight right, Part... parts) {
    Amend amend = (Amend) derive(document(with(open, parts)), followed(right)).getFirst();
    return amend.terms().subcontractors();
  }
}
