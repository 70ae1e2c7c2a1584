package fi.lupa.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.client.OpaqueOids.Kind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueOidsTest {
  private static final OpaqueOids OPAQUE = new OpaqueOids(key("0123456789abcdef0123456789abcdef"));
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 2));
  private static final Oid DOCUMENT = new Oid("1.2.246.10.91000005.14.2026.1");

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hidden() {
    return OPAQUE.hide(CLIENT, Kind.DOCUMENT, DOCUMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.2.246.10.91000005.14.2026.1", "2.25.3297", "1.2.246.10.1"})
  void aReferenceIsReadBackAndFitsIntoAnAddress(String oid) {
    String reference = OPAQUE.hide(CLIENT, Kind.DOCUMENT, new Oid(oid));

    assertThat(OPAQUE.reveal(CLIENT, Kind.DOCUMENT, reference)).contains(new Oid(oid));
    assertThat(reference).matches("[A-Za-z0-9_-]{24,192}");
  }

  @Test
  void theLongestOidHasAReferenceToo() {
    Oid longest =
        new Oid(IntStream.range(0, 64).mapToObj(i -> "1").collect(Collectors.joining(".")) + "0");
    assertThat(longest.value()).hasSize(128);
    String reference = OPAQUE.hide(CLIENT, Kind.DOCUMENT, longest);

    assertThat(reference).hasSize(192);
    assertThat(OPAQUE.reveal(CLIENT, Kind.DOCUMENT, reference)).contains(longest);
  }

  /**
   * Worked out with openssl and Python too. It must never change: declarations are printed with it.
   */
  @Test
  void theSameKeyMakesTheSameTextForEver() {
    assertThat(hidden()).isEqualTo("M-AwHXvF6uQFc-RWwLpt6LLFBHOF9g_Ok0IEKYlkbJCEFq1mwrzo-It1YXYk");
    assertThat(
            new OpaqueOids(key("0123456789abcdef0123456789abcdef"))
                .hide(CLIENT, Kind.DOCUMENT, DOCUMENT))
        .isEqualTo(hidden());
  }

  @Test
  void anotherClientKindOrKeyHasAnotherTextAndReadsNothing() {
    ClientRef other = new ClientRef(new UUID(1, 3));
    OpaqueOids elsewhere = new OpaqueOids(key("another key another key another k"));

    assertThat(OPAQUE.reveal(other, Kind.DOCUMENT, hidden())).isEmpty();
    assertThat(OPAQUE.reveal(CLIENT, Kind.ORGANISATION, hidden())).isEmpty();
    assertThat(elsewhere.reveal(CLIENT, Kind.DOCUMENT, hidden())).isEmpty();
    assertThat(OPAQUE.hide(other, Kind.DOCUMENT, DOCUMENT).substring(22))
        .as("not even what follows the tag is alike")
        .isNotEqualTo(hidden().substring(22));
    assertThat(OPAQUE.hide(CLIENT, Kind.ORGANISATION, DOCUMENT)).isNotEqualTo(hidden());
  }

  @Test
  void whatWasTouchedIsNoReference() {
    for (int i = 0; i < hidden().length(); i++) {
      char[] changed = hidden().toCharArray();
      changed[i] = changed[i] == 'A' ? 'B' : 'A';
      assertThat(OPAQUE.reveal(CLIENT, Kind.DOCUMENT, new String(changed))).isEmpty();
      assertThat(OPAQUE.reveal(CLIENT, Kind.DOCUMENT, hidden().substring(0, i))).isEmpty();
    }
    assertThat(OPAQUE.reveal(CLIENT, Kind.DOCUMENT, hidden() + "A")).isEmpty();
    assertThat(OPAQUE.reveal(CLIENT, Kind.DOCUMENT, hidden() + "=")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "nonsense!",
        "1.2.246.10.91000005.14.2026.1",
        "5f0c6a1e-9d3b-4c7f-8e2a-b1d4f6a7c9e0",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whatWasNotMadeHereIsNone(String text) {
    assertThat(OPAQUE.reveal(CLIENT, Kind.DOCUMENT, text)).isEmpty();
  }
}
