package fi.lupa.verify.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  @Test
  void isToldInBase64AndReadFromIt() {
    assertThat(Hash.parse(ROOT)).hasToString(ROOT).isEqualTo(Hash.of(Hash.parse(ROOT).bytes()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jx",
        "CsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=",
        " CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"
      })
  void hasNoOtherText(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Hash.parse(text));
  }

  @Test
  void nobodyChangesItFromOutside() {
    byte[] bytes = new byte[Hash.BYTES];
    Hash hash = Hash.of(bytes);
    bytes[0] = 1;
    hash.bytes()[1] = 1;

    assertThat(hash.bytes()).containsOnly(0);
  }
}
