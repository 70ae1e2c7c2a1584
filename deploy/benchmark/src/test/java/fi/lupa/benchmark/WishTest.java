package fi.lupa.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {
  @Test
  void withoutAWordItIsTheWholeBench() {
    assertThat(Wish.of(List.of("port=18080", "seconds=3")))
        .isEqualTo(new Wish(Optional.of(Act.FULL), List.of(), List.of("port=18080", "seconds=3")));
    assertThat(Wish.of(List.of("guard")).act()).contains(Act.FULL);
  }

  @Test
  void wordsAndSettingsMayComeInAnyOrder() {
    Wish wish = Wish.of(List.of("port=18080", "quick", "documents=1,20", "record", "guard"));

    assertThat(wish.act()).contains(Act.QUICK);
    assertThat(wish.has("record")).isTrue();
    assertThat(wish.has("guard")).isTrue();
    assertThat(wish.settings()).containsExactly("port=18080", "documents=1,20");
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void eachActHasAWordAndIsInTheHelp(Act act) {
    assertThat(Wish.of(List.of(act.word())).act()).contains(act);
    assertThat(Act.usage()).contains("./lupa bench " + act.word());
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void helpBeginsNothing(String word) {
    assertThat(Wish.of(List.of(word)).act()).isEmpty();
    assertThat(Wish.of(List.of("quick", word)).act()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helpp",
        "QUICK",
        "--quick",
        "quick loop",
        "loop guard",
        "full quick",
        "secnds=3",
        "=3",
        "seconds=",
        "seconds=three",
        "seconds=-1",
        "documents=1,,2",
        "documents="
      })
  void refusesWhatItDoesNotKnow(String line) {
    assertThatThrownBy(() -> Wish.of(List.of(line.split(" "))))
        .isInstanceOf(Wish.NotUnderstood.class)
        .hasMessageStartingWith("./lupa bench");
  }
}
