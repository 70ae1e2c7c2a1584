package fi.lupa.disclosure.logrequest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.logrequest.LogRequest.Fee;
import fi.lupa.disclosure.logrequest.LogRequest.Ground;
import fi.lupa.disclosure.logrequest.LogRequest.Verdict;
import fi.lupa.disclosure.logrequest.LogRequestRules.Step;
import fi.lupa.platform.client.TemporaryId;
import java.time.LocalDate;
import java.util.List;
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
                verdict, ground, reasons, withheld ? Set.of(new UUID(0, 1)) : Set.of()),
            false);
    assertThat(step).isInstanceOf(fits ? Step.Done.class : Step.Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "GRANTED, true, true, 12.50, työ, -",
        "GRANTED, true, true, 0.00, työ, LOG_DECISION_INCOMPLETE",
        "GRANTED, true, true, 12.50, -, LOG_DECISION_INCOMPLETE",
        "GRANTED, true, true, -, työ, LOG_DECISION_INCOMPLETE",
        "GRANTED, true, false, -, -, -",
        "GRANTED, true, false, 12.50, -, LOG_DECISION_INCOMPLETE",
        "GRANTED, true, false, -, työ, LOG_DECISION_INCOMPLETE",
        "GRANTED, false, true, 12.50, työ, LOG_FEE_NOT_DUE",
        "GRANTED, false, false, -, -, LOG_FEE_NOT_DUE",
        "REFUSED, true, true, 12.50, työ, LOG_FEE_NOT_DUE"
      })
  void aFeeIsForTheSameDataAgain(
      Verdict verdict,
      boolean repeats,
      boolean asked,
      @Nullable String euros,
      @Nullable String costs,
      @Nullable String refusal) {
    boolean refused = verdict == Verdict.REFUSED;
    Step step =
        LogRequestRules.decide(
            LogRequestProperties.request(DAY, DAY, null),
            LogRequestProperties.decision(
                verdict,
                refused ? Ground.RIGHTS_OF_OTHERS : null,
                refused ? "x" : null,
                Set.of(),
                new Fee(asked, euros, costs)),
            repeats);
    if (refusal == null) {
      assertThat(step).isInstanceOf(Step.Done.class);
    } else {
      assertThat(step).isEqualTo(new Step.Refused(refusal));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // asked before: from, to, controller, verdict; asked now about 10. to 20. November
    "2026-11-01, 2026-11-10, 1.2.3, GRANTED, true",
    "2026-11-20, 2026-11-22, 1.2.3, PARTLY_GRANTED, true",
    "2026-11-12, 2026-11-13, 1.2.3, GRANTED, true",
    "2026-11-01, 2026-11-09, 1.2.3, GRANTED, false",
    "2026-11-21, 2026-11-22, 1.2.3, GRANTED, false",
    "2026-11-01, 2026-11-22, 1.2.4, GRANTED, false",
    "2026-11-01, 2026-11-22, 1.2.3, REFUSED, false",
    "2026-11-01, 2026-11-22, 1.2.3, , false"
  })
  void theSameDataAreThoseOfDaysThatWereAnswered(
      LocalDate from, LocalDate to, String controller, @Nullable Verdict verdict, boolean repeats) {
    LogRequest now = asked(2, "1.2.3", LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 20));
    LogRequest before = asked(1, controller, from, to);
    if (verdict != null) {
      boolean all = verdict == Verdict.GRANTED;
      Step step =
          LogRequestRules.decide(
              before,
              LogRequestProperties.decision(
                  verdict,
                  all ? null : Ground.RIGHTS_OF_OTHERS,
                  all ? null : "x",
                  verdict == Verdict.PARTLY_GRANTED ? Set.of(new UUID(0, 7)) : Set.of()),
              false);
      before = ((Step.Done) step).request();
    }
    assertThat(LogRequestRules.repeats(now, List.of(before, now))).isEqualTo(repeats);
  }

  private static LogRequest asked(int id, String controller, LocalDate from, LocalDate to) {
    return Asked.request(
        new UUID(0, id),
        new TemporaryId(new Oid("1.2.9")),
        new Oid(controller),
        Channel.CITIZEN,
        DAY,
        from,
        to,
        null,
        null);
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
