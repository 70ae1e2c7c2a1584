package fi.lupa.verify.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Hash;
import fi.lupa.verify.tree.Hasher;
import fi.lupa.verify.tree.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PayloadTest {
  private static final byte[] DATA = "{\"outcome\":\"DENIED\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void aCommitmentIsTheHashThatTheFormatNames() {
    // printf 'lupa commitment v1\n' | cat - <(head -c 32 /dev/zero) <(printf abc) | sha256sum
    Hash expected =
        Hash.of(
            HexFormat.of()
                .parseHex("7f95976ec4653b4c1f5fbe5c2970db96930ef27c18fa6cd5a0436aa86e301228"));
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);

    assertThat(Salt.of(new byte[32]).commit(abc, new Hasher())).isEqualTo(expected);
  }

  @Test
  void neitherTheDataNorTheSaltMayBeAnother() {
    Salt salt = Salt.random(new SecureRandom());
    Hash commitment = salt.commit(DATA, new Hasher());

    assertThat(salt.commit(DATA.clone(), new Hasher())).isEqualTo(commitment);
    for (int at = 0; at < DATA.length; at++) {
      byte[] other = DATA.clone();
      other[at] ^= 1;
      assertThat(salt.commit(other, new Hasher())).isNotEqualTo(commitment);
    }
    for (int at = 0; at < Salt.BYTES; at++) {
      byte[] other = salt.bytes();
      other[at] ^= 1;
      assertThat(Salt.of(other).commit(DATA, new Hasher())).isNotEqualTo(commitment);
    }
  }

  @Test
  void theSameEventTwiceHasTwoCommitments() {
    SecureRandom random = new SecureRandom();
    assertThat(Salt.random(random).commit(DATA, new Hasher()))
        .isNotEqualTo(Salt.random(random).commit(DATA, new Hasher()));
  }

  @Test
  void eachPartHasItsOwnCommitmentUnderItsOwnSalt() {
    SecureRandom random = new SecureRandom();
    Salt one = Salt.random(random);
    Salt other = Salt.random(random);
    byte[] data = "{\"client\":\"1\",\"outcome\":\"DENIED\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(new Payload("made.v1", data, one, other).commitments(new Hasher()))
        .isEqualTo(
            new Payload.Commitments(
                one.commit(
                    "made.v1\n{\"client\":\"*\",\"outcome\":\"DENIED\"}"
                        .getBytes(StandardCharsets.UTF_8),
                    new Hasher()),
                other.commit("\"1\"".getBytes(StandardCharsets.UTF_8), new Hasher())));
  }

  @Test
  void saltsStandInARow() {
    byte[] row = new byte[2 * Salt.BYTES];
    row[Salt.BYTES] = 1;
    assertThat(Salt.in(row, 0)).isEqualTo(Salt.of(new byte[32]));
    assertThat(Salt.in(row, 1).bytes()[0]).isOne();
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Salt.in(new byte[63], 1));
  }

  @Test
  void aSaltHas32Bytes() {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Salt.of(new byte[31]));
    assertThat(Salt.of(new byte[32])).hasToString("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  }
}
