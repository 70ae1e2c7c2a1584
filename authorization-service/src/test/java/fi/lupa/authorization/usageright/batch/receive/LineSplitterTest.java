package fi.lupa.authorization.usageright.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.platform.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineSplitterTest {
  private static final String TEXT = "{\"a\":1}\r\n\n  \t\n{\"ä\":2}\n{\"b\":3}";

  private static List<String> split(byte[] bytes, int piece) {
    LineSplitter splitter = new LineSplitter();
    List<SentLine> lines = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += piece) {
      lines.addAll(
          splitter.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece))));
    }
    lines.addAll(splitter.last());
    return lines.stream()
        .map(line -> line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8).strip())
        .toList();
  }

  @Test
  void emptyLinesAreSkippedAndCounted() {
    assertThat(split(TEXT.getBytes(StandardCharsets.UTF_8), 1000))
        .containsExactly("1:{\"a\":1}", "4:{\"ä\":2}", "5:{\"b\":3}");
  }

  @Property
  void howTheBytesComeMakesNoDifference(
      @ForAll @IntRange(min = 1, max = 40) int piece,
      @ForAll @Size(max = 300) List<@IntRange(min = 8, max = 13) Integer> characters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    characters.forEach(bytes::write);
    assertThat(split(bytes.toByteArray(), piece))
        .isEqualTo(split(bytes.toByteArray(), Integer.MAX_VALUE / 2));
  }

  @Test
  void theHashIsOfAllBytes() {
    LineSplitter whole = new LineSplitter();
    whole.feed("abc".getBytes(StandardCharsets.US_ASCII));
    LineSplitter pieces = new LineSplitter();
    pieces.feed("a".getBytes(StandardCharsets.US_ASCII));
    pieces.feed("bc".getBytes(StandardCharsets.US_ASCII));
    String hash = whole.hash();
    assertThat(hash).isEqualTo(pieces.hash());
    assertThat(hash).startsWith("ba7816bf").hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({"65536, false", "65537, true", "1000000, true"})
  void aLineThatIsTooLongIsNamedAndNotKept(int length, boolean tooLong) {
    LineSplitter splitter = new LineSplitter();
    byte[] piece = new byte[length / 4 + 1];
    Arrays.fill(piece, (byte) 'x');
    for (int left = length; left > 0; left -= piece.length) {
      splitter.feed(left < piece.length ? Arrays.copyOf(piece, left) : piece);
    }
    List<SentLine> lines = splitter.feed("\n{}\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(lines).extracting(SentLine::tooLong).containsExactly(tooLong, false);
    assertThat(lines.getFirst().bytes()).hasSize(tooLong ? 0 : length);
    assertThat(lines.getLast().number()).isEqualTo(2);
  }

  @Test
  void fiftyThousandLinesAreTakenAndNoMore() {
    LineSplitter splitter = new LineSplitter();
    byte[] lines = "{}\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
    assertThat(splitter.feed(lines)).hasSize(50_000);
    assertThat(splitter.last()).isEmpty();
    assertThat(splitter.feed("{}".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    assertThatThrownBy(splitter::last).isInstanceOf(Problem.class).hasMessage("BATCH_TOO_LONG");
  }

  @Test
  void bytesWithoutEndAreCutOff() {
    LineSplitter splitter = new LineSplitter();
    byte[] much = new byte[1024 * 1024];
    for (int i = 0; i < 48; i++) {
      splitter.feed(much);
    }
    assertThatThrownBy(() -> splitter.feed(new byte[1])).hasMessage("PAYLOAD_TOO_LARGE");
  }
}
