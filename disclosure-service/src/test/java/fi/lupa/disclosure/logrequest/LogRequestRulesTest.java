package fi.lupa.disclosure.logrequest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.disclosure.logrequest.LogRequest.Ground;
import fi.lupa.disclosure.logrequest.LogRequest.Verdict;
import fi.lupa.disclosure.logrequest.LogRequestRules.Step;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRequestRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2027-01-22",
    "2026-12-31, 2027-02-28",
    "2027-12-31, 2028-02-29",
    "2026-07-01, 2026-09-01"
  })
  void itIsDueInTwoMonthsOfTheCalendar(LocalDate received, LocalDate due) {
    assertThat(LogRequestRules.due(received)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "GRANTED, -, -, false, true",
        "GRANTED, RIGHTS_OF_OTHERS, x, false, false",
        "GRANTED, -, -, true, false",
        "PARTLY_GRANTED, RIGHTS_OF_OTHERS, x, true, true",
        "PARTLY_GRANTED, RIGHTS_OF_OTHERS, x, false, false",
        "PARTLY_GRANTED, RIGHTS_OF_OTHERS, -, true, false",
        "PARTLY_GRANTED, -, x, true, false",
        "PARTLY_GRANTED, NO_SPECIAL_REASON, x, false, true",
        "PARTLY_GRANTED, NO_SPECIAL_REASON, x, true, false",
        "REFUSED, CRIME_OR_SECURITY, x, false, true",
        "REFUSED, CRIME_OR_SECURITY, x, true, false",
        "REFUSED, -, x, false, false",
        "REFUSED, CRIME_OR_SECURITY, -, false, false"
      })
  void aDecisionHoldsTogether(
      Verdict verdict,
      @Nullable Ground ground,
      @Nullable String reasons,
      boolean withheld,
      boolean fits) {
    Step step =
        LogRequestRules.decide(
            LogRequestProperties.request(DAY, DAY, null),
            LogRequestProperties.decision(
                verdict, ground, reasons, withheld ? Set.of(new UUID(0, 1)) : Set.of()));
    assertThat(step).isInstanceOf(fits ? Step.Done.class : Step.Refused.class);
  }

  @Test
  void whatIsOlderIsRefusedByItsCode() {
    assertThat(
            LogRequestRules.receive(
                LogRequestProperties.request(DAY, LocalDate.of(2024, 11, 21), null)))
        .isEqualTo(new Step.Refused("OLDER_THAN_TWO_YEARS"));
    assertThat(
            LogRequestRules.receive(
                LogRequestProperties.request(DAY, LocalDate.of(2024, 11, 22), null)))
        .isInstanceOf(Step.Done.class);
  }
}
