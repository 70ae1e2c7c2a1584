package fi.lupa.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Inclusion;
import fi.lupa.verify.tree.Malformed;
import fi.lupa.verify.tree.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProofTest {
  private static final NoteSigner SIGNER = NoteSigner.parse(NoteKeyTest.PETERS_SECRET);
  private static final List<NoteKey> KEYS = List.of(SIGNER.key());
  private static final String ORIGIN = "log.example/lupa";
  private static final List<Hash> LEAVES = Trees.leaves(Trees.entries(11));
  private final Hasher hasher = new Hasher();

  @Test
  void anEntryIsProvedFromTheBytesAlone() {
    for (int index = 0; index < LEAVES.size(); index++) {
      LogProof proof = LogProof.parse(proof(index).bytes());

      assertThat(proof).isEqualTo(proof(index));
      assertThat(proof.verified(LEAVES.get(index), ORIGIN, KEYS, hasher).size()).isEqualTo(11);
    }
  }

  @Test
  void noByteOfAProofMayBeAnother() {
    byte[] bytes = proof(6).bytes();
    for (int at = 0; at < bytes.length; at++) {
      byte[] other = bytes.clone();
      other[at] ^= 1;
      assertThatExceptionOfType(Malformed.class)
          .isThrownBy(() -> LogProof.parse(other).verified(LEAVES.get(6), ORIGIN, KEYS, hasher));
    }
  }

  @Test
  void itProvesNoOtherEntryAndNoOtherLog() {
    LogProof proof = proof(6);

    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> proof.verified(LEAVES.get(7), ORIGIN, KEYS, hasher));
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> proof.verified(LEAVES.get(6), "log.example/other", KEYS, hasher));
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> proof.verified(LEAVES.get(6), ORIGIN, List.of(), hasher));
  }

  @Test
  void extraDataArePassedOver() {
    String text = new String(proof(0).bytes(), StandardCharsets.UTF_8);
    byte[] extra = text.replace("index ", "extra YWJj\nindex ").getBytes(StandardCharsets.UTF_8);

    assertThat(LogProof.parse(extra)).isEqualTo(proof(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wrong-header\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\n\n\n",
        "c2sp.org/tlog-proof@v1\nindex notanumber\n\n",
        "c2sp.org/tlog-proof@v1\nindex -5\n\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n!!notbase64!!\n\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n"
      })
  void whatIsNotOfTheFormIsNoProof(String text) {
    byte[] bytes = (text + "test checkpoint\n").getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> LogProof.parse(bytes));
  }

  private LogProof proof(int index) {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, LEAVES.size(), Trees.root(LEAVES));
    return new LogProof(
        index,
        Inclusion.prove(Trees.nodes(LEAVES), index, LEAVES.size(), hasher),
        SIGNER.sign(checkpoint.text()));
  }
}
