package fi.lupa.verify.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {
  private static final UUID EVENT = UUID.fromString("0193a000-0000-7000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-22T08:20:00.250Z");
  private static final Leaf LOGGED =
      new Leaf.Logged(EVENT, TIME, Hash.of(new byte[32]), new Hasher().empty());
  private static final Leaf CLEARED = new Leaf.Cleared(EVENT, TIME, 12, Leaf.Why.ERASURE);

  @Test
  void isWrittenAsLinesAndReadFromThem() {
    assertThat(text(LOGGED))
        .isEqualTo(
            """
            lupa-log/v1 logged
            0193a000-0000-7000-8000-000000000001
            2026-11-22T08:20:00.250Z
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
            """);
    assertThat(text(CLEARED))
        .isEqualTo(
            """
            lupa-log/v1 cleared
            0193a000-0000-7000-8000-000000000001
            2026-11-22T08:20:00.250Z
            12
            ERASURE
            """);
    for (Leaf leaf : List.of(LOGGED, CLEARED)) {
      assertThat(Leaf.parse(leaf.bytes())).isEqualTo(leaf);
    }
  }

  @Test
  void noByteChangedGivesTheSameLeaf() {
    for (Leaf leaf : List.of(LOGGED, CLEARED)) {
      byte[] bytes = leaf.bytes();
      for (int at = 0; at < bytes.length; at++) {
        byte[] other = bytes.clone();
        other[at] ^= 1;
        try {
          assertThat(Leaf.parse(other)).isNotEqualTo(leaf);
        } catch (Malformed noLeaf) {
          assertThat(noLeaf).hasMessage("not a leaf of this log");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "lupa-log/v1 logged\n",
        "lupa-log/v2 logged\n0193a000-0000-7000-8000-000000000001\n2026-11-22T08:20:00Z\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "lupa-log/v1 logged\n193a000-0-7000-8000-1\n2026-11-22T08:20:00Z\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "lupa-log/v1 logged\n0193a000-0000-7000-8000-000000000001\n2026-11-22T10:20:00+02:00\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "lupa-log/v1 logged\n0193a000-0000-7000-8000-000000000001\n2026-11-22T08:20:00Z\nAAAA\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "lupa-log/v1 logged\n0193a000-0000-7000-8000-000000000001\n2026-11-22T08:20:00Z\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "lupa-log/v1 logged\n0193a000-0000-7000-8000-000000000001\n2026-11-22T08:20:00Z\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n",
        "lupa-log/v1 cleared\n0193a000-0000-7000-8000-000000000001\n2026-11-22T08:20:00Z\n012\nERASURE\n",
        "lupa-log/v1 cleared\n0193a000-0000-7000-8000-000000000001\n2026-11-22T08:20:00Z\n12\nWISH\n"
      })
  void whatIsNotOfTheFormIsNoLeaf(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Leaf.parse(bytes));
  }

  private static String text(Leaf leaf) {
    return new String(leaf.bytes(), StandardCharsets.UTF_8);
  }
}
