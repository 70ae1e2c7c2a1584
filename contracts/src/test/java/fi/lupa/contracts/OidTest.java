package fi.lupa.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidTest {
  private static final String ALPHABET = "0123456789876543211111.......";

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "0.0", "2.999.0", "1.2.246.10.91000005.10.0"})
  void takesWhatIsAnOid(String text) {
    assertThat(new Oid(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1", "3.1", "1.", ".1", "1..2", "1.02", "1.2.", "1.2 ", "1.2\n", "1.a", "-1.2"
      })
  void refusesWhatIsNotWithoutRepeatingIt(String text) {
    assertThat(Oid.isValid(text)).isFalse();
    assertThatThrownBy(() -> new Oid(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an object identifier");
  }

  /** Written by hand because it is read some hundred times per query. */
  @Test
  void isWhatTheExpressionSays() {
    Pattern form = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38}))+");
    Random random = new Random(1);
    int valid = 0;
    for (int i = 0; i < 200_000; i++) {
      String text =
          random
              .ints(random.nextInt(130), 0, ALPHABET.length())
              .limit(i % 2 == 0 ? 8 : 130)
              .mapToObj(at -> ALPHABET.substring(at, at + 1))
              .collect(Collectors.joining("", "1.2", ""));
      boolean expected = text.length() <= 128 && form.matcher(text).matches();
      valid += expected ? 1 : 0;
      assertThat(Oid.isValid(text)).as(text).isEqualTo(expected);
    }
    assertThat(valid).isBetween(1_000, 199_000);
    assertThat(Oid.isValid("1." + "9".repeat(39))).isTrue();
    assertThat(Oid.isValid("1." + "9".repeat(40))).isFalse();
  }

  @Test
  void isAtMost128CharactersLong() {
    String longest = "1." + Stream.generate(() -> "1.").limit(62).reduce("", String::concat) + "10";
    assertThat(longest).hasSize(128);
    assertThat(Oid.isValid(longest)).isTrue();
    assertThat(Oid.isValid(longest + "0")).isFalse();
  }

  @Test
  void isAPlainTextInJson() {
    Oid oid = new Oid("1.2.246");
    assertThat(ContractFiles.JSON.writeValueAsString(oid)).isEqualTo("\"1.2.246\"");
    assertThat(ContractFiles.JSON.readValue("\"1.2.246\"", Oid.class)).isEqualTo(oid);
  }
}
