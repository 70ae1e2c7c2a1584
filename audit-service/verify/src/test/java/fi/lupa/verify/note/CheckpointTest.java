package fi.lupa.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  /** The key and a checkpoint of Go's checksum database, as it has signed it. */
  private static final NoteKey GO =
      NoteKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");

  private static final String GO_ORIGIN = "go.sum database tree";
  private static final byte[] GO_CHECKPOINT =
      bytes(
          """
          go.sum database tree
          6476701
          mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=

          — sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=
          """);

  @Test
  void aCheckpointOfALogThatIsNotOursIsVerified() {
    Checkpoint checkpoint = Checkpoint.signed(GO_CHECKPOINT, GO_ORIGIN, List.of(GO));

    assertThat(checkpoint.size()).isEqualTo(6_476_701);
    assertThat(checkpoint.root()).hasToString("mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=");
    assertThat(checkpoint.extensions()).isEmpty();
  }

  @Test
  void anotherLogsCheckpointIsRefused() {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> Checkpoint.signed(GO_CHECKPOINT, "another log", List.of(GO)));
  }

  @Test
  void noByteOfItMayBeAnother() {
    for (int at = 0; at < GO_CHECKPOINT.length; at++) {
      byte[] other = GO_CHECKPOINT.clone();
      other[at] ^= 1;
      assertThatExceptionOfType(Malformed.class)
          .isThrownBy(() -> Checkpoint.signed(other, GO_ORIGIN, List.of(GO)));
    }
  }

  @Test
  void theSpecificationsExampleIsRead() {
    byte[] note =
        bytes(
            """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """);

    assertThat(Checkpoint.parse(SignedNote.parse(note).text()))
        .isEqualTo(
            new Checkpoint(
                "example.com/behind-the-sofa",
                20_852_163,
                Hash.parse("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")));
  }

  @Test
  void isWrittenAsOthersWriteIt() {
    // golang.org/x/mod/sumdb/tlog, note_test.go
    Hash hash = new Hasher().leaf(bytes("hello world"));
    String text =
        """
        go.sum database tree
        123456789012
        TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=
        """;

    assertThat(new Checkpoint(GO_ORIGIN, 123_456_789_012L, hash).text()).isEqualTo(text);
    assertThat(Checkpoint.parse(text + "more\n").extensions()).containsExactly("more");
    assertThat(Checkpoint.parse(text + "more\n").text()).isEqualTo(text + "more\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "log\n",
        "log\n1\n",
        "log\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=",
        "\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
        "log\n\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
        "log\n01\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
        "log\n+1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
        "log\n-1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
        "log\n0x1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
        "log\n9223372036854775808\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
        "log\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=\n",
        "log\n1\n\n",
        "log\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n\n",
        "log\n1\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\nmore"
      })
  void whatIsNotOfTheFormIsNoCheckpoint(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Checkpoint.parse(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
