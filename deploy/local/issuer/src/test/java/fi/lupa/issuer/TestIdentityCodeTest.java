package fi.lupa.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestIdentityCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"020516C903K", "100190-999P", "100190Y999P", "290200A901C", "010150+900C"})
  void takesTestCodesOfEveryCentury(String code) {
    assertThat(TestIdentityCode.isValid(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "020516C903L",
        "020516c903K",
        "020516G903K",
        "320516C903K",
        "290201A901M",
        " 020516C903K",
        "020516C903K\n",
        "020516C9030K"
      })
  void refusesWhatIsNoIdentityCode(String code) {
    assertThat(TestIdentityCode.isValid(code)).isFalse();
  }

  /** The examples of the authority and of the decree, all outside the numbers kept for tests. */
  @ParameterizedTest
  @ValueSource(strings = {"131052-308T", "010101-123N"})
  void refusesCodesThatCouldBeAPersons(String code) {
    assertThat(TestIdentityCode.isValid(code)).isFalse();
  }
}
