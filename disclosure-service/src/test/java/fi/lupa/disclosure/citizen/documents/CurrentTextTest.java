package fi.lupa.disclosure.citizen.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CurrentTextTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource({"2025-12-31, a", "2026-01-01, a", "2026-12-31, a", "2027-01-01, b", "2030-01-01, b"})
  void aTextIsInForceFromItsFirstDayUntilTheNextOnes(LocalDate day, String version) {
    CurrentText text =
        new CurrentText(
            JSON.readTree(
                "{\"b\":{\"validFrom\":\"2027-01-01\"},\"a\":{\"validFrom\":\"2026-01-01\"}}"));

    assertThat(text.on(day)).isEqualTo(version);
  }

  @Test
  void thereIsAlwaysOne() {
    assertThat(new CurrentText().on(LocalDate.of(2026, 11, 22))).isEqualTo("2026-1");
    assertThatThrownBy(() -> new CurrentText(JSON.readTree("{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
