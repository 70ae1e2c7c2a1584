package fi.lupa.verify.note;

import static fi.lupa.verify.note.NoteKeyTest.PETER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes of golang.org/x/mod/sumdb/note, note_test.go, and of c2sp.org/signed-note. */
class SignedNoteTest {
  private static final String ENOCH =
      "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String BY_PETER =
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  private static final String BY_ENOCH =
      "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
  private static final String NOTE = TEXT + "\n" + BY_PETER + BY_ENOCH;
  private static final NoteKey PETERS = NoteKey.parse(PETER);
  private static final NoteKey ENOCHS = NoteKey.parse(ENOCH);

  @Test
  void isSignedAsOthersSignIt() {
    SignedNote note = NoteSigner.parse(NoteKeyTest.PETERS_SECRET).sign(TEXT);

    assertThat(text(note)).isEqualTo(TEXT + "\n" + BY_PETER);
  }

  @Test
  void signingAgainReplacesTheEarlierSignature() {
    NoteSigner peter = NoteSigner.parse(NoteKeyTest.PETERS_SECRET);
    SignedNote note = parse(TEXT + "\n" + BY_ENOCH).with(peter.signature(TEXT));

    assertThat(text(note.with(peter.signature(TEXT)))).isEqualTo(TEXT + "\n" + BY_ENOCH + BY_PETER);
  }

  @Test
  void oneKnownKeyIsEnoughAndTheTextIsGiven() {
    assertThat(parse(NOTE).verified(List.of(PETERS))).isEqualTo(TEXT);
    assertThat(parse(NOTE).verified(List.of(ENOCHS))).isEqualTo(TEXT);
    assertThat(parse(NOTE).verified(List.of(ENOCHS, PETERS, PETERS))).isEqualTo(TEXT);
    assertThat(text(parse(NOTE))).isEqualTo(NOTE);
  }

  @Test
  void withoutAKnownKeyItIsRefused() {
    assertRefused(NOTE, List.of());
    assertRefused(TEXT + "\n" + BY_ENOCH, List.of(PETERS));
    assertRefused(NOTE.replace("PeterNeumann", "CarmenSandiego"), List.of(PETERS));
    assertRefused(NOTE.replace("x08g", "xxxx"), List.of(PETERS));
  }

  @Test
  void aWrongSignatureOfAKnownKeyIsRefusedBesideARightOne() {
    String wrong = BY_ENOCH.replace("5n2tiOHp", "5n2tiOHq");

    assertThat(parse(TEXT + "\n" + BY_PETER + wrong).verified(List.of(PETERS))).isEqualTo(TEXT);
    assertRefused(TEXT + "\n" + BY_PETER + wrong, List.of(PETERS, ENOCHS));
    assertRefused(
        TEXT + "\n" + BY_PETER.substring(0, 60) + "ABCD" + BY_PETER.substring(60), List.of(PETERS));
  }

  @Test
  void noByteOfANoteMayBeAnother() {
    byte[] note = (TEXT + "\n" + BY_PETER).getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < note.length; at++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        byte[] other = note.clone();
        other[at] ^= (byte) bit;
        assertThatExceptionOfType(Malformed.class)
            .as("byte %d, bit %d", at, bit)
            .isThrownBy(() -> SignedNote.parse(other).verified(List.of(PETERS)));
      }
    }
  }

  @Test
  void theTextEndsAtTheLastEmptyLine() {
    SignedNote note =
        parse(
            """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
            """);

    assertThat(note.text()).endsWith("sole:\n\ned è subito sera.\n");
    assertThat(note.signatures())
        .singleElement()
        .satisfies(signature -> {
          assertThat(signature.name()).isEqualTo("quasimodo.example/salvatore");
          assertThat(signature.keyId()).isEqualTo(0x367ba04b);
          assertThat(signature.signature()).hasSize(64);
        });
  }

  @Test
  void anotherPublishedNoteIsVerified() {
    // c2sp.org/signed-note, a later edition's example
    NoteKey foo =
        NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    SignedNote note =
        parse(
            """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """);

    assertThat(note.verified(List.of(foo))).isEqualTo("This is an example message.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n— name\n",
        "text\n\n— name \n",
        "text\n\n— name AAAAAA==\n",
        "text\n\n— two words AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n— name AAAAAAA=",
        "text\n\n— name AAAAAAA\n",
        "text\n\n— name AAAAAAA=\nunexpected\n",
        "te\u0001xt\n\n— name AAAAAAA=\n",
        "te\rxt\n\n— name AAAAAAA=\n"
      })
  void whatIsNotOfTheFormIsNoNote(String note) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> parse(note));
  }

  @Test
  void bytesThatAreNoTextAndNotesTooLongAreNoNotes() {
    byte[] latin1 = ("t\u00e4xt\n\n— name AAAAAAA=\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedNote.parse(latin1));
    assertThat(parse(TEXT + "\n" + BY_PETER.repeat(100)).verified(List.of(PETERS))).isEqualTo(TEXT);
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> parse(TEXT + "\n" + BY_PETER.repeat(101)));
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> parse("x".repeat(1 << 20) + "\n\n" + BY_PETER));
  }

  @Test
  void onlyATextThatEndsInANewlineIsSigned() {
    NoteSigner peter = NoteSigner.parse(NoteKeyTest.PETERS_SECRET);
    for (String text : List.of("", "abc", "a\tb\n")) {
      assertThatExceptionOfType(Malformed.class).isThrownBy(() -> peter.sign(text));
    }
  }

  private static void assertRefused(String note, List<NoteKey> keys) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> parse(note).verified(keys));
  }

  private static SignedNote parse(String note) {
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(SignedNote note) {
    return new String(note.bytes(), StandardCharsets.UTF_8);
  }
}
