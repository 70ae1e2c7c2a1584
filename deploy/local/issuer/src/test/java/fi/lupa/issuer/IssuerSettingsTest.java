package fi.lupa.issuer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:8085", "/issuer"})
  void wantsAFullAddress(String url) {
    assertThatThrownBy(() -> settings(url, "lupa")).hasMessageContaining("LUPA_ISSUER");
  }

  @Test
  void wantsAnAudience() {
    assertThatThrownBy(() -> settings("http://localhost:8085", " "))
        .hasMessageContaining("LUPA_AUDIENCE");
  }

  @Test
  void aClientIsAnOrganisationsOrTheCitizens() {
    assertThatThrownBy(() -> new IssuerSettings.Client("s", null, Set.of("a"), false, Set.of()))
        .hasMessageContaining("either");
    assertThatThrownBy(() -> new IssuerSettings.Client("s", "1.2", Set.of("a"), true, Set.of()))
        .hasMessageContaining("either");
  }

  @Test
  void aClientNeedsSecretAndScopes() {
    assertThatThrownBy(() -> new IssuerSettings.Client("", "1.2", Set.of("a"), false, Set.of()))
        .hasMessageContaining("secret");
    assertThatThrownBy(() -> new IssuerSettings.Client("s", "1.2", Set.of(), false, Set.of()))
        .hasMessageContaining("scopes");
  }

  private static IssuerSettings settings(String url, String audience) {
    return new IssuerSettings(
        URI.create(url), audience, Path.of("keys"), Duration.ofHours(1), "", "1.2", Map.of());
  }
}
