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

    assertThat(new Payload(Salt.of(new byte[32]), abc).commitment(new Hasher()))
        .isEqualTo(expected);
  }

  @Test
  void neitherTheDataNorTheSaltMayBeAnother() {
    Salt salt = Salt.random(new SecureRandom());
    Hash commitment = new Payload(salt, DATA).commitment(new Hasher());

    assertThat(new Payload(salt, DATA.clone()).commitment(new Hasher())).isEqualTo(commitment);
    for (int at = 0; at < DATA.length; at++) {
      byte[] other = DATA.clone();
      other[at] ^= 1;
      assertThat(new Payload(salt, other).commitment(new Hasher())).isNotEqualTo(commitment);
    }
    for (int at = 0; at < Salt.BYTES; at++) {
      byte[] other = salt.bytes();
      other[at] ^= 1;
      assertThat(new Payload(Salt.of(other), DATA).commitment(new Hasher()))
          .isNotEqualTo(commitment);
    }
  }

  @Test
  void theSameEventTwiceHasTwoCommitments() {
    SecureRandom random = new SecureRandom();
    assertThat(new Payload(Salt.random(random), DATA).commitment(new Hasher()))
        .isNotEqualTo(new Payload(Salt.random(random), DATA).commitment(new Hasher()));
  }

  @Test
  void aSaltHas32Bytes() {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Salt.of(new byte[31]));
    assertThat(Salt.of(new byte[32])).hasToString("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  }
}
