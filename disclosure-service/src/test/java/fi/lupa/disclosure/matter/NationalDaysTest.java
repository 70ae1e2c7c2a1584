package fi.lupa.disclosure.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-01-01, 2024-12-31",
    "2024-02, 2024-02-01, 2024-02-29",
    "2023-02, 2023-02-01, 2023-02-28",
    "2024-02-29, 2024-02-29, 2024-02-29",
    "2024-03-10T09:00:00+02:00, 2024-03-10, 2024-03-10",
  })
  void aDayKnownInPartMayBeAnyOfItsDays(String text, LocalDate first, LocalDate last) {
    assertThat(NationalDays.first(text)).contains(first);
    assertThat(NationalDays.last(text)).contains(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-2024", "2024-13", "2023-02-29", "2024-02-30", "eilen", "24-1-1"})
  void whatIsNoDayIsNone(String text) {
    assertThat(NationalDays.first(text)).isEmpty();
    assertThat(NationalDays.last(text)).isEmpty();
  }
}
