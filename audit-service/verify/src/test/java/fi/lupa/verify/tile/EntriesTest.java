package fi.lupa.verify.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Malformed;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EntriesTest {
  @Property(tries = 300)
  void areReadAsTheyWereWritten(@ForAll @Size(max = 20) List<byte[]> entries) {
    List<byte[]> read = Entries.of(Entries.bundle(entries));

    assertThat(read).hasSameSizeAs(entries);
    for (int at = 0; at < read.size(); at++) {
      assertThat(read.get(at)).isEqualTo(entries.get(at));
    }
  }

  @Test
  void lengthsStandInTwoBytesTheHigherFirst() {
    byte[] bundle = Entries.bundle(List.of(new byte[258], new byte[0]));

    assertThat(bundle).hasSize(2 + 258 + 2).startsWith(1, 2, 0).endsWith(0, 0, 0);
  }

  @Test
  void anEntryCutOffIsRefused() {
    byte[] bundle = Entries.bundle(List.of(new byte[] {1, 2, 3}));
    for (int length = 1; length < bundle.length; length++) {
      byte[] cut = Arrays.copyOf(bundle, length);
      assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Entries.of(cut));
    }
  }

  @Test
  void theLongestEntryHas65535Bytes() {
    byte[] longest = new byte[Entries.LONGEST];
    assertThat(Entries.of(Entries.bundle(List.of(longest))).getFirst()).isEqualTo(longest);
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> Entries.bundle(List.of(new byte[Entries.LONGEST + 1])));
  }
}
