package fi.lupa.consent.print;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.consent.organisation.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fi | 1.3.2026     | 1.3.2026 klo 1.05      | kirjattu 1.3.2026 alkaen",
        "sv | 1.3.2026     | 1.3.2026 kl. 1.05      | antecknat från och med 1.3.2026",
        "en | 1 March 2026 | 1 March 2026 at 01:05 | recorded from 1 March 2026"
      })
  void daysAndTimesAreFinnishInTheWayOfTheLanguage(
      String language, String day, String moment, String period) {
    Speech speech = new Speech(language, new Words(), new Names(Map.of()));

    assertThat(speech.day(LocalDate.of(2026, 3, 1))).isEqualTo(day);
    assertThat(speech.moment(Instant.parse("2026-02-28T23:05:00Z"))).isEqualTo(moment);
    assertThat(speech.say("period.from", "from", day)).isEqualTo(period);
  }
}
