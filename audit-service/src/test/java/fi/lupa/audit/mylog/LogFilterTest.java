package fi.lupa.audit.mylog;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.audit.LogTimes;
import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.MultiValueMap;

class LogFilterTest {
  @Test
  void nothingNamedMeansTheWholeLog() {
    assertThat(LogFilter.of(MultiValueMap.fromSingleValue(Map.of()))).isEqualTo(LogFilter.ALL);
    assertThat(LogFilter.ALL.kindCodes()).isEmpty();
    assertThat(LogFilter.ALL.basisCodes()).isEmpty();
    assertThat(LogFilter.ALL.taskBits()).isZero();
  }

  @Test
  void daysAreThoseOfFinlandAndBothBelongToIt() {
    LogFilter filter = of("from", "2026-11-01", "to", "2026-11-22");

    assertThat(filter.from()).isEqualTo(Instant.parse("2026-10-31T22:00:00Z"));
    assertThat(filter.until()).isEqualTo(Instant.parse("2026-11-22T22:00:00Z"));
  }

  @Test
  void aDayOfTheClocksChangeIsWhole() {
    LogFilter filter = of("from", "2026-10-25", "to", "2026-10-25");

    assertThat(filter.from()).isEqualTo(Instant.parse("2026-10-24T21:00:00Z"));
    assertThat(filter.until()).isEqualTo(Instant.parse("2026-10-25T22:00:00Z"));
  }

  @Test
  void daysOutsideTheLogComeToItsEnds() {
    LogFilter filter = of("from", "-9999-01-01", "to", "+99999-01-01");

    assertThat(filter.from()).isEqualTo(LogTimes.EARLIEST);
    assertThat(filter.until()).isEqualTo(LogTimes.END);
    assertThat(of("to", "0001-01-01").until()).isEqualTo(LogTimes.EARLIEST);
    assertThat(of("to", "+999999999-12-31").until()).isEqualTo(LogTimes.END);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2028-11-22, 2027-01-01, 2028-01-01",
    "2026-11-01, 2027-11-22, 2027-11-22, 2027-11-22",
    "2026-01-01, 2027-01-01, 2026-01-01, 2027-01-01",
    "2025-12-31, 2027-01-02, 2026-01-01, 2027-01-01",
    "2026-02-01, 2026-03-01, 2026-03-01, 2026-03-01",
  })
  void itsWholeYearsAreThoseOfUtc(String from, String until, String first, String end) {
    LogFilter years = LogFilter.ALL.between(midnight(from), midnight(until)).wholeYears();

    assertThat(years.from()).isEqualTo(midnight(first));
    assertThat(years.until()).isEqualTo(midnight(end));
    assertThat(LogFilter.ALL.wholeYears()).isEqualTo(LogFilter.ALL);
  }

  private static Instant midnight(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  @Test
  void severalValuesOfOneNameAreAlternatives() {
    LogFilter filter =
        LogFilter.of(
            MultiValueMap.fromMultiValue(
                Map.of(
                    "kind", List.of("ACCESS", "BREAK_GLASS", "ACCESS"),
                    "basis", List.of("DISCLOSURE"),
                    "serviceTask", List.of("FAMILIES", "DISABILITY"))));

    assertThat(filter.kinds()).containsExactlyInAnyOrder(Kind.ACCESS, Kind.BREAK_GLASS);
    assertThat(filter.bases()).containsExactly(Basis.DISCLOSURE);
    assertThat(filter.tasks())
        .containsExactlyInAnyOrder(ServiceTask.FAMILIES, ServiceTask.DISABILITY);
    assertThat(filter.kindCodes()).containsExactlyInAnyOrder(1, 2);
    assertThat(filter.basisCodes()).containsExactly(3);
    assertThat(filter.taskBits()).isEqualTo(65);
  }

  @Test
  void anOrganisationIsNamedByItsIdentifier() {
    UUID id = UUID.randomUUID();

    assertThat(of("organisation", id.toString()).organisation()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "from, yesterday",
    "from, ''",
    "to, 2026-02-30",
    "to, 2026-11-22T00:00:00Z",
    "organisation, 1.2.246.10.91000005.10.0",
    "kind, access",
    "kind, ''",
    "basis, PERMIT",
    "serviceTask, 10"
  })
  void whatHasNoSuchValueIsRefusedByItsNameAlone(String name, String value) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("REQUEST_INVALID");
              assertThat(problem.violations())
                  .singleElement()
                  .extracting(Violation::pointer)
                  .isEqualTo("/" + name);
              if (!value.isEmpty()) {
                assertThat(problem.violations().getFirst().message()).doesNotContain(value);
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "2026, 2026-01-01..2026-11-22",
    "2026 2025, 2025-01-01..2026-11-22",
    "2025 2024 2022, 2024-01-01..2026-01-01 2022-01-01..2023-01-01",
    "2026 2020 2019 2017, 2026-01-01..2026-11-22 2019-01-01..2021-01-01 2017-06-10..2018-01-01"
  })
  void aRunOfYearsIsReadAtOnceAndNothingOutsideTheFilter(String years, String runs) {
    LogFilter filter =
        LogFilter.of(MultiValueMap.fromSingleValue(Map.of("kind", "ACCESS")))
            .between(Instant.parse("2017-06-10T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"));

    List<LogFilter> found =
        filter.during(
            Stream.of(years.split(" "))
                .filter(not(String::isEmpty))
                .map(Integer::valueOf)
                .toList());

    assertThat(found)
        .allMatch(run -> run.kinds().equals(filter.kinds()))
        .extracting(run -> day(run.from()) + ".." + day(run.until()))
        .containsExactlyElementsOf(
            Stream.of(runs.split(" ")).filter(not(String::isEmpty)).toList());
  }

  private static String day(Instant midnight) {
    return midnight.toString().replace("T00:00:00Z", "");
  }

  private static LogFilter of(String name, String value) {
    return LogFilter.of(MultiValueMap.fromSingleValue(Map.of(name, value)));
  }

  private static LogFilter of(String name, String value, String other, String otherValue) {
    return LogFilter.of(MultiValueMap.fromSingleValue(Map.of(name, value, other, otherValue)));
  }
}
