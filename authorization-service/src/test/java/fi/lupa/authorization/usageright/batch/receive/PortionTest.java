package fi.lupa.authorization.usageright.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class PortionTest {
  private static List<Integer> portions(int lines, int length) {
    return Flux.range(1, lines)
        .map(number -> new SentLine(number, new byte[length], false))
        .bufferUntil(new Portion())
        .map(List::size)
        .collectList()
        .block();
  }

  @Test
  void shortLinesAreCounted() {
    assertThat(portions(1_200, 100)).containsExactly(500, 500, 200);
  }

  @Test
  void longLinesAreWeighed() {
    assertThat(portions(9, LineSplitter.LONGEST_LINE)).containsExactly(4, 4, 1);
  }

  @Test
  void eachPortionIsReckonedByItself() {
    Flux<SentLine> lines =
        Flux.concat(Flux.range(0, 4), Flux.range(4, 500))
            .map(number ->
                new SentLine(
                    number + 1, new byte[number < 4 ? LineSplitter.LONGEST_LINE : 1], false));
    assertThat(lines.bufferUntil(new Portion()).map(List::size).collectList().block())
        .containsExactly(4, 500);
  }
}
