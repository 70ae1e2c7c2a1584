package fi.lupa.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.testkit.TestPersons;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

class IdentityCodeProperties {

  @Property(tries = 500)
  void everyTestPersonHasAValidCode(@ForAll @IntRange(max = 279_999) int n) {
    assertThat(IdentityCode.isValid(TestPersons.identityCode(n))).isTrue();
  }

  /** The check character finds every single wrong digit: 31 is a prime greater than nine. */
  @Property(tries = 500)
  void oneWrongDigitIsAlwaysFound(
      @ForAll @IntRange(max = 279_999) int n,
      @ForAll @IntRange(max = 8) int place,
      @ForAll @CharRange(from = '0', to = '9') char digit) {
    StringBuilder code = new StringBuilder(TestPersons.identityCode(n));
    int at = place < 6 ? place : place + 1;
    boolean changed = code.charAt(at) != digit;
    code.setCharAt(at, digit);
    assertThat(IdentityCode.isValid(code.toString())).isEqualTo(!changed);
  }

  @Property(tries = 500)
  void anotherCheckCharacterIsAlwaysFound(
      @ForAll @IntRange(max = 279_999) int n,
      @ForAll @CharRange(from = '0', to = 'Z') char character) {
    String code = TestPersons.identityCode(n);
    String other = code.substring(0, 10) + character;
    assertThat(IdentityCode.isValid(other)).isEqualTo(other.equals(code));
  }

  @Property(tries = 1000)
  void noTextMakesItFail(@ForAll String text) {
    assertThat(IdentityCode.parse(text).isPresent()).isEqualTo(IdentityCode.isValid(text));
  }
}
