package fi.lupa.authorization.relationship.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentDayTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22, 2026-11-22",
    "2026-11, 2026-11-01, 2026-11-30",
    "2024-02, 2024-02-01, 2024-02-29",
    "2026, 2026-01-01, 2026-12-31",
    "1900, 1900-01-01, 1900-12-31",
    "2199-12-31, 2199-12-31, 2199-12-31"
  })
  void aDayMayBeAnyOfThoseItIsKnownBy(String text, LocalDate first, LocalDate last) {
    assertThat(DocumentDay.of(text)).contains(new DocumentDay(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30",
        "2026-13",
        "2026-11-00",
        "-2026-11-22",
        "2200",
        "1899-12-31",
        "22.11.2026",
        "2026-11-22T10:00",
        "26"
      })
  void whatTheSchemasPatternLetsThroughButIsNoDayIsNone(String text) {
    assertThat(DocumentDay.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, true",
    "2027-01-01, true",
    "2026-10, true",
    "2025, true",
    "2026-11, false",
    "2026, false",
    "2027, false"
  })
  void aWholeDayOrOneThatIsSurelyPastIsSure(String text, boolean sure) {
    assertThat(DocumentDay.of(text).orElseThrow().isSureBy(TODAY)).isEqualTo(sure);
  }
}
