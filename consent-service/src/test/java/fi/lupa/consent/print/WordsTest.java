package fi.lupa.consent.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.Channel;
import fi.lupa.contracts.PatientDataGroup;
import fi.lupa.contracts.PermitState;
import fi.lupa.contracts.ProhibitionTarget;
import fi.lupa.contracts.RecipientType;
import fi.lupa.contracts.RepresentationRole;
import fi.lupa.contracts.ServiceTask;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private final Words words = new Words();

  static Stream<String> named() {
    return Stream.of(
            keys("title.", PrintKind.values()),
            keys("state.", PermitState.values()),
            keys("channel.", Channel.values()),
            keys("recipient.", RecipientType.values()),
            keys("group.", PatientDataGroup.values()),
            keys("prohibition.", ProhibitionTarget.values()),
            keys("role.", RepresentationRole.values()),
            keys("task.", ServiceTask.values()))
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @MethodSource("named")
  void whateverCanBeNamedHasItsWords(String key) {
    assertThat(words.say(key, "fi")).isNotBlank().isNotEqualTo(words.say(key, "sv"));
    assertThat(words.say(key, "en")).isNotBlank().isNotEqualTo(words.say(key, "fi"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "title", "title.NONE"})
  void aWordThatIsNotThereIsAMistake(String key) {
    assertThatThrownBy(() -> words.say(key, "fi")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Stream<String> keys(String start, Enum<?>... values) {
    return Arrays.stream(values).map(value -> start + value);
  }
}
