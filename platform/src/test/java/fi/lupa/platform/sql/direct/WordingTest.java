package fi.lupa.platform.sql.direct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "select $1 | select ?",
        "select $1::text[], $12 | select ?::text[], ?",
        "select '$1', 'it''s $2', $3 | select '$1', 'it''s $2', ?",
        "select data ? 'a' and '?' = $1 | select data ?? 'a' and '?' = ?",
        "select $$x$$ | select $$x$$",
        "select 1 | select 1"
      })
  void marksBecomeQuestionMarks(String statement, String text) {
    assertThat(Wording.of(statement).text()).isEqualTo(text);
  }

  @Test
  void aValueMayStandInSeveralPlacesAndInAnyOrder() {
    assertThat(Wording.of("select $2, $1, $2, $10").places()).containsExactly(1, 0, 1, 9);
  }
}
