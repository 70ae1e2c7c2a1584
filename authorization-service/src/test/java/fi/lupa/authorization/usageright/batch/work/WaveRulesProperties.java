package fi.lupa.authorization.usageright.batch.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WaveRulesProperties {
  record Line(int number, int client) {}

  private static List<Line> lines(List<Integer> clients) {
    return IntStream.range(0, clients.size()).mapToObj(n -> new Line(n, clients.get(n))).toList();
  }

  @Property
  void everyLineIsInExactlyOneWave(
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> clients) {
    List<Line> lines = lines(clients);
    assertThat(WaveRules.waves(lines, Line::client).stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(lines);
  }

  @Property
  void noTwoOfAWaveAreOfTheSameClient(
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> clients) {
    assertThat(WaveRules.waves(lines(clients), Line::client))
        .allSatisfy(
            wave -> assertThat(wave).extracting(Line::client).doesNotHaveDuplicates().isNotEmpty());
  }

  @Property
  void theLinesOfAClientStayInTheirOrder(
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> clients) {
    List<Line> inWaves =
        WaveRules.waves(lines(clients), Line::client).stream().flatMap(List::stream).toList();
    for (int client : clients) {
      assertThat(inWaves.stream().filter(line -> line.client() == client).map(Line::number))
          .isSorted();
    }
  }

  @Property
  void thereAreNoMoreWavesThanLinesOfOneClient(
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> clients) {
    long most =
        IntStream.rangeClosed(0, 9)
            .mapToLong(client -> clients.stream().filter(one -> one == client).count())
            .max()
            .orElseThrow();
    assertThat(WaveRules.waves(lines(clients), Line::client)).hasSize((int) most);
  }
}
