package fi.lupa.audit.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's address leads nowhere inside. */
class WebhookRulesTest {
  private static final Set<String> OWN = Set.of("relay.internal");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/hook?x=1",
        "HTTPS://example.org",
        "https://example.org:443/",
        "http://relay.internal:8080/a",
        "https://relay.internal:8443/a"
      })
  void maybeCalled(String address) {
    assertThat(WebhookRules.target(address, OWN)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/",
        "https://example.org:22/",
        "https://user:secret@example.org/",
        "https://example.org/#x",
        "https:///x",
        "https:example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://relay.internal/",
        "https://exa mple.org/",
        "http://relay.internal.example.org/",
        "//example.org/",
        ""
      })
  void neverCalled(String address) {
    assertThat(WebhookRules.target(address, OWN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.5",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1",
        "2001:db8::1",
        "100::1"
      })
  void notPublic(String address) throws UnknownHostException {
    assertThat(WebhookRules.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "93.184.215.14",
        "100.63.0.1",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.3.1",
        "198.20.0.1",
        "223.255.255.1",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void isPublic(String address) throws UnknownHostException {
    assertThat(WebhookRules.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNameIsCheckedByWhatItLeadsTo() throws UnknownHostException {
    URI local = URI.create("https://localhost/");
    assertThatThrownBy(() -> WebhookRules.resolve(local, Set.of()))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageNotContaining("localhost");
    assertThat(WebhookRules.resolve(local, Set.of("localhost")).isLoopbackAddress()).isTrue();
    assertThatThrownBy(() -> WebhookRules.resolve(URI.create("https://169.254.169.254/"), OWN))
        .isInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> WebhookRules.resolve(URI.create("https://[::1]/"), OWN))
        .isInstanceOf(UnknownHostException.class);
  }
}
