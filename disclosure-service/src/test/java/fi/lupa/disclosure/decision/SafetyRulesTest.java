package fi.lupa.disclosure.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Basis;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.SafetyRules.Need;
import fi.lupa.disclosure.decision.SafetyRules.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contact data of a client under non-disclosure for personal safety (turvakielto). */
class SafetyRulesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final Protection OPEN = new Protection(DAY.minusYears(1), null);
  private static final Need NEEDED = new Need(true, true);

  @ParameterizedTest
  @CsvSource({
    "false, false, HIDDEN",
    "true, false, HIDDEN",
    "false, true, HIDDEN",
    "true, true, GIVEN"
  })
  void areGivenOnlyWhenTheTaskNeedsThemAndTheRequestSaysSo(
      boolean task, boolean stated, ContactData expected) {
    Result result = decide(new Need(task, stated), OPEN);
    assertThat(result.contactData()).isEqualTo(expected);
    assertThat(result.rules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.rule()).isEqualTo(Rule.CONTACT_DATA_NEEDED);
          assertThat(rule.passed()).isEqualTo(expected == ContactData.GIVEN);
          assertThat(rule.code()).isEqualTo(rule.passed() ? null : "SAFETY_MASKED");
          assertThat(rule.legalReferences()).contains("ACT_661_2009_S36");
          assertThat(rule.facts()).as("whose document says it isn't told").isEmpty();
        });
  }

  @Test
  void ofAClientWhomNothingProtectsAreGivenWithoutAWord() {
    Result result = decide(new Need(false, false));
    assertThat(result.contactData()).isEqualTo(ContactData.GIVEN);
    assertThat(result.rules()).isEmpty();
    assertThat(decide(NEEDED).rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22, true",
    "2026-11-22, , true",
    "2026-11-21, 2026-11-21, false",
    "2026-11-23, , false",
    "2020-01-01, 2026-11-23, true"
  })
  void lastsFromItsFirstDayThroughItsLast(LocalDate since, LocalDate until, boolean inForce) {
    assertThat(decide(new Need(false, false), new Protection(since, until)).contactData())
        .isEqualTo(inForce ? ContactData.HIDDEN : ContactData.GIVEN);
  }

  @Test
  void isInForceWhenAnyControllersDocumentSaysSo() {
    Protection over = new Protection(DAY.minusYears(2), DAY.minusDays(1));
    assertThat(decide(new Need(false, false), over, OPEN, over).contactData())
        .isEqualTo(ContactData.HIDDEN);
    assertThat(decide(new Need(false, false), over, over).contactData())
        .isEqualTo(ContactData.GIVEN);
  }

  @ParameterizedTest
  @EnumSource(Basis.class)
  void holdsOnEveryBasis(Basis basis) {
    assertThat(
            SafetyRules.decide(
                    inquiry(basis),
                    Facts.of(List.of()).with(List.of(OPEN)),
                    new Need(true, false),
                    Rulebook.ACT_703_2023)
                .contactData())
        .isEqualTo(ContactData.HIDDEN);
  }

  private static Result decide(Need need, Protection... protections) {
    return SafetyRules.decide(
        inquiry(Basis.OWN_REGISTER),
        Facts.of(List.of()).with(List.of(protections)),
        need,
        Rulebook.ACT_703_2023);
  }

  /** A quarter past midnight in Finland: the day before in UTC. */
  private static Inquiry inquiry(Basis basis) {
    Oid organisation = new Oid("1.2.246.10.1.10.0");
    return new Inquiry(
        basis,
        organisation,
        new Oid("1.2.246.10.1.10.1"),
        null,
        false,
        null,
        Set.of(),
        Set.of(),
        Instant.parse("2026-11-21T22:15:00Z"));
  }
}
