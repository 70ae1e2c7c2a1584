package fi.lupa.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidTest {
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
