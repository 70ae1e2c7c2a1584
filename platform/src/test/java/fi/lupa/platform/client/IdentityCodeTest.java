package fi.lupa.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"131052-308T", "100190-999P", "100190Y999P", "010101-123N"})
  void publishedExamplesAreValid(String code) {
    assertThat(IdentityCode.isValid(code)).isTrue();
    assertThat(IdentityCode.parse(code)).contains(new IdentityCode(code));
  }

  @ParameterizedTest
  @ValueSource(chars = {'+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F'})
  void everySeparatorIsKnown(char separator) {
    assertThat(IdentityCode.isValid("131052" + separator + "308T")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "131052-308T, 1952-10-13",
    "131052+308T, 1852-10-13",
    "131052A308T, 2052-10-13",
    "100190Y999P, 1990-01-10"
  })
  void aCodeTellsTheDayOfBirth(String code, LocalDate born) {
    assertThat(new IdentityCode(code).born()).isEqualTo(born);
  }

  @ParameterizedTest
  @ValueSource(chars = {'G', 'H', 'T', 'Z', 'a', 'y', ' ', '0', '/', '_'})
  void noOtherSeparatorIs(char separator) {
    assertThat(IdentityCode.isValid("131052" + separator + "308T")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "010190Y999K",
        "131052-308U",
        "131052-308t",
        "131052-308",
        "131052-308TT",
        " 131052-308T",
        "131052-308T\n",
        "131052308T",
        "320152-308T",
        "131352-308T",
        "１３1052-308T"
      })
  void whatIsNoCodeIsNotOne(String text) {
    assertThat(IdentityCode.isValid(text)).isFalse();
    assertThat(IdentityCode.parse(text)).isEmpty();
  }

  @Test
  void theDayMustHaveBeen() {
    assertThat(IdentityCode.isValid(withCheck("290200A", "900"))).as("2000 leapt").isTrue();
    assertThat(IdentityCode.isValid(withCheck("290200-", "900"))).as("1900 did not").isFalse();
    assertThat(IdentityCode.isValid(withCheck("290200+", "900"))).as("nor did 1800").isFalse();
    assertThat(IdentityCode.isValid(withCheck("310401-", "900"))).isFalse();
  }

  @Test
  void individualNumbersBeginAtTwo() {
    assertThat(IdentityCode.isValid(withCheck("131052-", "002"))).isTrue();
    assertThat(IdentityCode.isValid(withCheck("131052-", "001"))).isFalse();
    assertThat(IdentityCode.isValid(withCheck("131052-", "000"))).isFalse();
  }

  private static String withCheck(String start, String individual) {
    int digits = Integer.parseInt(start.substring(0, 6) + individual);
    return start + individual + "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(digits % 31);
  }

  @Test
  void neverSaysItself() {
    assertThat(new IdentityCode("131052-308T")).hasToString("IdentityCode[hidden]");
    assertThatThrownBy(() -> new IdentityCode("131052-308U"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a personal identity code");
  }
}
