package fi.lupa.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void putsWhatIsShortOnOneLine() {
    assertThat(Excerpt.of(Json.object("a", 1, "b", List.of("x", true), "c", Json.object()), 10))
        .containsExactly("{\"a\": 1, \"b\": [\"x\", true], \"c\": {}}");
  }

  @Test
  void breaksWhatIsLong() {
    String text = "x".repeat(60);

    assertThat(Excerpt.of(Json.object("a", text, "b", List.of(text, text)), 10))
        .containsExactly(
            "{",
            "  \"a\": \"" + text + "\",",
            "  \"b\": [",
            "    \"" + text + "\",",
            "    \"" + text + "\"",
            "  ]",
            "}");
  }

  @Test
  void marksWhatItLeavesOutOfAList() {
    assertThat(Excerpt.of(IntStream.range(0, 9).boxed().toList(), 20))
        .containsExactly("[0, 1, 2, 3, ... 5 more]");
  }

  @Test
  void cutsLongTexts() {
    assertThat(Excerpt.of(Json.object("a", "x".repeat(500)), 20))
        .singleElement()
        .asString()
        .hasSizeLessThan(110)
        .endsWith(" ...\"}");
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
