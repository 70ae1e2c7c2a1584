package fi.lupa.audit.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.audit.Events;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Ground;
import fi.lupa.contracts.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events, which address, how long to wait, what is said. */
class NotificationPartsTest {
  private static final ClientRef CLIENT = new ClientRef(new UUID(1, 1));
  private static final NotificationSettings SETTINGS =
      new NotificationSettings(
          "lupa@example.org",
          Duration.ofMinutes(15),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          8,
          Set.of());

  @ParameterizedTest
  @CsvSource({
    "OWN_REGISTER, , false",
    "REGISTER_USAGE_RIGHT, , false",
    "DISCLOSURE, PERMIT, false",
    "DISCLOSURE, , false",
    "DISCLOSURE, STATUTORY_AUTHORITY, true",
    "DISCLOSURE, INCAPACITY, true",
    "DISCLOSURE, PROTECTION, true"
  })
  void anAccessIsStatutoryByItsGround(Basis basis, Ground ground, boolean statutory) {
    var event = Events.access(CLIENT, Outcome.DENIED, basis, ground, "NOT_INFORMED", 0, true);
    assertThat(What.isAccess(event)).isTrue();
    assertThat(What.isStatutory(event)).isEqualTo(statutory);
  }

  @Test
  void nothingElseIsAnAccess() {
    assertThat(What.isAccess(Events.visibility(CLIENT))).isFalse();
    assertThat(What.isStatutory(Events.visibility(CLIENT))).isFalse();
  }

  @Test
  void anAddressIsSealedForItsClient() {
    SealedAddresses addresses = new SealedAddresses(new byte[32]);
    byte[] sealed = addresses.seal(CLIENT, "matti@example.org");

    assertThat(addresses.open(CLIENT, sealed)).isEqualTo("matti@example.org");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("matti", "example");
    assertThat(addresses.seal(CLIENT, "matti@example.org")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> addresses.open(new ClientRef(new UUID(1, 2)), sealed))
        .isInstanceOf(IllegalStateException.class);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThatThrownBy(() -> new SealedAddresses(other).open(CLIENT, sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> addresses.open(CLIENT, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void eachFailureDoublesTheWait() {
    assertThat(SETTINGS.afterFailures(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(SETTINGS.afterFailures(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(SETTINGS.afterFailures(7)).isEqualTo(Duration.ofMinutes(64));
    assertThat(SETTINGS.afterFailures(1_000)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void aMessageSaysNothingAboutAnybody(String language) {
    String said = Message.subject(language) + Message.text(language);
    assertThat(said).contains("Lupa").doesNotContain("http", "{", "osiaal", "ocial", "0", "1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.org,b@example.org",
        "\"a b\"@example.org",
        "a@localhost",
        "a@@example.org",
        "<a@example.org>",
        "a@example.org\nBcc:b",
        "a b@example.org",
        "@example.org",
        "a@.org"
      })
  void noMailboxOfOnePerson(String address) {
    assertThat(new MailCourier(null, SETTINGS).accepts(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"matti.meikalainen+lupa@example.org", "o'neill@mail.example.co.uk"})
  void aMailbox(String address) {
    assertThat(new MailCourier(null, SETTINGS).accepts(address)).isTrue();
  }
}
