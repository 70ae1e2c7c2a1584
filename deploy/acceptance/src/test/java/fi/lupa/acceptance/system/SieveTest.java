package fi.lupa.acceptance.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SieveTest {
  private static final int ROUNDS = 300;

  /** Few letters, so that beginnings are met everywhere and texts now and then. */
  private static String letters(Random random, int length) {
    return random
        .ints(length, 'a', 'c')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void itFindsWhatASearchOneByOneFinds() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> texts = new TreeSet<>();
      for (int i = 0; i < 20; i++) {
        texts.add(letters(random, 8 + random.nextInt(4)));
      }
      String in = letters(random, random.nextInt(600));
      Set<String> expected = new TreeSet<>(texts);
      expected.removeIf(text -> !in.contains(text));
      assertThat(new Sieve(texts).foundIn(in.getBytes(UTF_8))).isEqualTo(expected);
    }
  }

  @Test
  void itFindsTextsAtBothEndsAndBetweenOtherBytes() {
    Sieve sieve = new Sieve(Set.of("010190-900P", "Väinämöinen"));
    assertThat(sieve.foundIn("010190-900P".getBytes(UTF_8))).containsExactly("010190-900P");
    assertThat(sieve.foundIn("\0\u00ff010190-900P".getBytes(ISO_8859_1))).hasSize(1);
    assertThat(sieve.foundIn("x Väinämöinen".getBytes(UTF_8))).containsExactly("Väinämöinen");
    assertThat(sieve.foundIn("010190-900".getBytes(UTF_8))).isEmpty();
    assertThat(sieve.foundIn(new byte[7])).isEmpty();
    for (int zeros : new int[] {0, 7, 8, 9, 100, 65_535, 65_536, 65_544, 200_000}) {
      assertThat(sieve.foundIn(new byte[zeros])).isEmpty();
      String among = "\0".repeat(zeros) + "010190-900P" + "\0".repeat(zeros);
      assertThat(sieve.foundIn(among.getBytes(UTF_8))).as(zeros + " zeros").hasSize(1);
      assertThat(sieve.foundIn(("x" + among + "x").getBytes(UTF_8))).hasSize(1);
    }
  }

  @Test
  void filesAndHexadecimalAreSearchedToo(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("log"), "010190-900P");
    Set<String> texts = Set.of("010190-900P");
    assertThat(new Sieve(texts).foundIn(List.of(file, folder.resolve("gone"))))
        .containsExactly(file + ": 010190-900P");
    assertThat(Sieve.alsoInHex(texts).foundIn("\\x3031303139302d39303050".getBytes(UTF_8)))
        .hasSize(1);
  }

  @Test
  void shortTextsAreRefused() {
    assertThatThrownBy(() -> new Sieve(Set.of("short"))).isInstanceOf(RuntimeException.class);
  }
}
