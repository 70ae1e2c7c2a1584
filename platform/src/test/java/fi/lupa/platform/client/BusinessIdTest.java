package fi.lupa.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0166906-4",
        "2606155-7",
        "3221308-6",
        "9000001-1",
        "9100000-5",
        "9200000-7",
        "9300000-9",
        "9400000-0"
      })
  void publishedAndExampleIdsAreValid(String id) {
    assertThat(BusinessId.isValid(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0166906-5", "0166960-4", "01669064", "166906-4", "0166906-4 ", "FI01669064"})
  void othersAreNot(String id) {
    assertThat(BusinessId.isValid(id)).isFalse();
  }

  /** A remainder of one has no check digit: such numbers are never given. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aNumberWithoutCheckDigitIsNeverValid(int check) {
    assertThat(BusinessId.isValid("0000030-" + check)).isFalse();
  }
}
