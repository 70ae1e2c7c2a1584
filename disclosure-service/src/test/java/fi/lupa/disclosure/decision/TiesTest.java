package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.UsageRightChanged;
import fi.lupa.disclosure.support.Client;
import fi.lupa.disclosure.support.Given;
import fi.lupa.disclosure.support.Oids;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What in the archive proves a client relationship, and what doesn't. */
class TiesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Oid NORTH = Oids.organisation(91000005);
  private static final Oid SOUTH = Oids.organisation(92000007);
  private static final Oid PRODUCER = Oids.organisation(93000009);
  private static final Oid SUB = Oids.organisation(93000010);
  private static final Oid DOCUMENT = new Oid("1.2.246.10.91000005.14.1");

  @ParameterizedTest
  @EnumSource
  void anOpenOneOfOnesOwnProvesIt(Tie.Kind kind) {
    assertThat(proofs(NORTH, tie(kind, NORTH, null, null)))
        .containsExactly(new FactRef(kind.name(), DOCUMENT.value(), 3));
  }

  @ParameterizedTest
  @EnumSource
  void oneOfAnotherOrganisationDoesNot(Tie.Kind kind) {
    assertThat(proofs(SOUTH, tie(kind, NORTH, null, null))).isEmpty();
  }

  /** The first and the last day count, as days in Finland. */
  @ParameterizedTest
  @CsvSource({
    ",           ,           true",
    "2026-11-22, ,           true",
    "2026-11-23, ,           false",
    ",           2026-11-22, true",
    ",           2026-11-21, false",
    "2026-01-01, 2026-12-31, true",
    "2025-01-01, 2025-12-31, false",
  })
  void itIsOpenFromItsFirstDayToItsLast(
      @Nullable LocalDate from, @Nullable LocalDate until, boolean open) {
    for (Tie.Kind kind : Tie.Kind.values()) {
      assertThat(proofs(NORTH, tie(kind, NORTH, from, until)).isEmpty()).isEqualTo(!open);
    }
  }

  @Test
  void aRightInForceProvesItToItsGiverItsProducerAndItsSubcontractor() {
    Given.Fact right = right().with("subcontractors", List.of(part(null)));
    for (Oid party : List.of(NORTH, PRODUCER, SUB)) {
      assertThat(proofs(party, right)).containsExactly(new FactRef("USAGE_RIGHT", right.id(), 1));
    }
    assertThat(proofs(SOUTH, right)).isEmpty();
  }

  @Test
  void aRightThatHasEndedOrNotBegunProvesNothing() {
    for (Given.Fact right :
        List.of(
            right().ended("2026-11-20T09:00:00Z"),
            right().with("end", "2026-11-21"),
            right().with("start", "2026-11-23"))) {
      assertThat(proofs(NORTH, right)).isEmpty();
      assertThat(proofs(PRODUCER, right)).isEmpty();
    }
    assertThat(proofs(PRODUCER, right().with("end", "2026-11-22"))).hasSize(1);
  }

  @Test
  void aSubcontractorsPartMustBeInForceItselfAndItsProducersRightToo() {
    Given.Fact over = right().with("subcontractors", List.of(part("2026-11-21")));
    assertThat(proofs(SUB, over)).isEmpty();
    assertThat(proofs(PRODUCER, over)).hasSize(1);
    assertThat(
            proofs(
                SUB, right().with("subcontractors", List.of(part(null))).with("end", "2026-11-21")))
        .isEmpty();
  }

  private static Tie tie(
      Tie.Kind kind, Oid controller, @Nullable LocalDate from, @Nullable LocalDate until) {
    return new Tie(kind, DOCUMENT, 3, controller, from, until);
  }

  private static Given.Fact right() {
    return Given.right(Client.person().ref(), NORTH, PRODUCER).with("start", "2026-01-01");
  }

  private static Object part(@Nullable String end) {
    return Given.JSON.valueToTree(
        new UsageRightChanged.Subcontractor(
            SUB,
            Oids.unit(SUB, 1),
            List.of(),
            LocalDate.parse("2026-01-01"),
            end == null ? null : LocalDate.parse(end)));
  }

  private static List<FactRef> proofs(Oid organisation, Tie tie) {
    return Ties.proofs(organisation, TODAY, Facts.of(List.of()).tiedBy(List.of(tie)));
  }

  private static List<FactRef> proofs(Oid organisation, Given.Fact right) {
    return Ties.proofs(organisation, TODAY, Facts.of(List.of(right.event())));
  }
}
