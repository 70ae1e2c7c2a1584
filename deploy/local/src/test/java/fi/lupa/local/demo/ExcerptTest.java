package fi.lupa.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void showsASmallAnswerWhole() {
    assertThat(String.join("", Excerpt.of(Json.object("a", 1, "b", List.of("x")), 10)))
        .contains("\"a\" : 1")
        .contains("\"b\" : [ \"x\" ]");
  }

  @Test
  void marksWhatItLeavesOutOfAList() {
    assertThat(String.join("", Excerpt.of(IntStream.range(0, 9).boxed().toList(), 20)))
        .contains("... 5 more")
        .doesNotContain("8");
  }

  @Test
  void cutsLongTexts() {
    assertThat(String.join("", Excerpt.of(Json.object("a", "x".repeat(500)), 20)))
        .contains("xxx ...")
        .hasSizeLessThan(150);
  }

  @Test
  void cutsManyLines() {
    Object[] members =
        IntStream.range(0, 60)
            .boxed()
            .flatMap(n -> List.<Object>of("name" + n, n).stream())
            .toArray();

    assertThat(Excerpt.of(Json.object(members), 10))
        .hasSize(10)
        .last()
        .asString()
        .contains("53 more");
  }

  @Test
  void wrapsSentences() {
    assertThat(Narrator.wrapped("word ".repeat(60)))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
        .hasSize(3);
  }
}
