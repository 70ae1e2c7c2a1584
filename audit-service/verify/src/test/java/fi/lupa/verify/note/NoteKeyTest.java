package fi.lupa.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, by those of golang.org/x/mod/sumdb/note, note_test.go. */
class NoteKeyTest {
  static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  static final String PETERS_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  @Test
  void aKeyIsKnownByNameIdAndText() {
    NoteKey key = NoteKey.parse(PETER);

    assertThat(key.name()).isEqualTo("PeterNeumann");
    assertThat(key.id()).isEqualTo(0xc74f20a3);
    assertThat(key).hasToString(PETER);
  }

  @Test
  void noPartOfAKeysTextIsAKey() {
    for (int from = 0; from <= PETER.length(); from++) {
      for (int to = from; to <= PETER.length(); to++) {
        if (to - from < PETER.length()) {
          assertNoKey(PETER.substring(from, to));
        }
      }
    }
  }

  @Test
  void aKeysTextWithAnyCharacterChangedIsNoKey() {
    for (int at = 0; at < PETER.length(); at++) {
      assertNoKey(changed(PETER, at));
      String secret = changed(PETERS_SECRET, at);
      assertThatExceptionOfType(Malformed.class).isThrownBy(() -> NoteSigner.parse(secret));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void aKeyOfAnotherLengthKindOrSpellingIsNoKey(String text) {
    assertNoKey(text);
  }

  @Test
  void aSecretKeyKnowsItsPublicHalf() {
    NoteSigner signer = NoteSigner.parse(PETERS_SECRET);

    assertThat(signer.key()).isEqualTo(NoteKey.parse(PETER));
    assertThat(signer.secretText()).isEqualTo(PETERS_SECRET);
    assertThat(signer.toString()).doesNotContain("AYEK");
  }

  @Test
  void aNewKeySignsWhatItsPublicHalfVerifies() {
    NoteSigner signer = NoteSigner.generate("log.example/lupa", new SecureRandom());
    byte[] message = "hi\n".getBytes(StandardCharsets.UTF_8);
    byte[] signature = signer.signature("hi\n").signature();
    NoteKey key = NoteKey.parse(signer.key().text());

    assertThat(NoteSigner.parse(signer.secretText()).key()).isEqualTo(key);
    assertThat(key.verifies(message, signature)).isTrue();
    assertThat(key.verifies(new byte[3], signature)).isFalse();
    assertThat(key.verifies(message, Arrays.copyOf(signature, 63))).isFalse();
    for (int at = 0; at < signature.length; at++) {
      byte[] other = signature.clone();
      other[at] ^= 1;
      assertThat(key.verifies(message, other)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "two\u00a0words", "two\u2003words", "a+b", "a\nb"})
  void aNameHasNoSpacesAndNoPlus(String name) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> NoteKey.of(name, new byte[32]));
  }

  private static String changed(String text, int at) {
    return text.substring(0, at) + (char) (text.charAt(at) + 1) + text.substring(at + 1);
  }

  private static void assertNoKey(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> NoteKey.parse(text));
  }
}
