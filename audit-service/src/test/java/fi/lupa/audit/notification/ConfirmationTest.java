package fi.lupa.audit.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.notification.Confirmation.Outcome;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {
  private static final Instant END = Instant.parse("2026-11-22T12:30:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "123456, 123456, 0, 2026-11-22T12:29:59Z, CONFIRMED",
        "123456, 123456, 4, 2026-11-22T12:29:59Z, CONFIRMED",
        "123456, 123456, 5, 2026-11-22T12:29:59Z, OVER",
        "123456, 123456, 0, 2026-11-22T12:30:00Z, OVER",
        "123456, 123457, 4, 2026-11-22T12:29:59Z, WRONG",
        "123456, 123457, 5, 2026-11-22T12:29:59Z, OVER",
        "-, 123456, 0, 2026-11-22T12:29:59Z, OVER"
      })
  void aCodeIsGoodForHalfAnHourAndFiveTries(
      @Nullable String right, String told, int tries, Instant now, Outcome outcome) {
    assertThat(Confirmation.told(right, told, tries, END, now)).isEqualTo(outcome);
  }

  @Test
  void codesAreSixDigitsAndNotGuessedByTheOneBefore() {
    assertThat(Stream.generate(Confirmation::code).limit(200).collect(Collectors.toSet()))
        .allSatisfy(code -> assertThat(code).matches("[0-9]{6}"))
        .hasSizeGreaterThan(190);
  }
}
