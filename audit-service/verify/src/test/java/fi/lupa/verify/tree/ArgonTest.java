package fi.lupa.verify.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A log that isn't ours: what Google's Certificate Transparency log Argon 2020 answered of its tree
 * of 961,984,013 leaves (from golang.org/x/mod, sumdb/tlog/testdata).
 */
class ArgonTest {
  private static final long SIZE = 961_984_013;
  private static final Hash ROOT = Hash.parse("dwlueapdd7LaOEnX2W2Wp9v2XE+KzejHRQGHwEx0oaM=");
  private static final long EARLIER = 3_654_490;
  private static final Hash BEFORE = Hash.parse("AuIZ5V6sDUj1vn3Y1K85oOaQ7y+FJJKtyRTl1edIKBQ=");
  private static final long INDEX = 10_000;
  private final Hasher hasher = new Hasher();
  private Hash leaf;
  private List<Hash> path;
  private List<Hash> consistency;

  @BeforeEach
  void read() throws IOException {
    leaf = hasher.leaf(Base64Text.bytes(lines("leaf").getFirst()));
    path = lines("path").stream().map(Hash::parse).toList();
    consistency = lines("consistency").stream().map(Hash::parse).toList();
  }

  @Test
  void itsEntryIsInIt() {
    assertThat(Inclusion.holds(leaf, INDEX, SIZE, ROOT, path, hasher)).isTrue();
    assertThat(Inclusion.holds(leaf, INDEX + 1, SIZE, ROOT, path, hasher)).isFalse();
    assertThat(Inclusion.holds(leaf, INDEX, SIZE, BEFORE, path, hasher)).isFalse();
  }

  @Test
  void itBeginsWithWhatItWasEarlier() {
    assertThat(Consistency.holds(EARLIER, BEFORE, SIZE, ROOT, consistency, hasher)).isTrue();
    assertThat(Consistency.holds(EARLIER + 1, BEFORE, SIZE, ROOT, consistency, hasher)).isFalse();
    assertThat(Consistency.holds(EARLIER, ROOT, SIZE, BEFORE, consistency, hasher)).isFalse();
  }

  @Test
  void noByteOfItsProofsMayBeAnother() {
    for (int at = 0; at < Hash.BYTES; at++) {
      for (int which = 0; which < path.size(); which++) {
        List<Hash> other = Trees.changed(path, which, at, 1);
        assertThat(Inclusion.holds(leaf, INDEX, SIZE, ROOT, other, hasher)).isFalse();
      }
      for (int which = 0; which < consistency.size(); which++) {
        List<Hash> other = Trees.changed(consistency, which, at, 1);
        assertThat(Consistency.holds(EARLIER, BEFORE, SIZE, ROOT, other, hasher)).isFalse();
      }
    }
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream file = ArgonTest.class.getResourceAsStream("/argon2020/" + name + ".txt")) {
      String text =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().toList();
    }
  }
}
