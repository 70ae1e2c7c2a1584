package fi.lupa.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;

class StartIT {
  private static final Map<String, Object> GOOD =
      Map.of(
          "server.port", "0",
          "LUPA_ISSUER", "http://localhost:1",
          "LUPA_AUDIENCE", "lupa",
          "LUPA_AUTHORIZATION_URL", "http://localhost:1",
          "LUPA_CONSENT_URL", "http://localhost:1",
          "LUPA_DISCLOSURE_URL", "http://localhost:1",
          "LUPA_AUDIT_URL", "http://localhost:1",
          "lupa.gateway.contracts", "classpath:/contracts-of-tests/");

  @ParameterizedTest
  @CsvSource({
    "LUPA_ISSUER, '', LUPA_ISSUER must be set",
    "LUPA_AUDIENCE, '', LUPA_AUDIENCE must be set",
    "LUPA_AUDIT_URL, '', LUPA_AUDIT_URL",
    "LUPA_CONSENT_URL, localhost:8082, LUPA_CONSENT_URL",
    "LUPA_PUBLIC_URL, lupa.example, LUPA_PUBLIC_URL",
    "lupa.gateway.contracts, classpath:/nowhere/, authorization.yaml"
  })
  void itRefusesToStart(String setting, String value, String reason) {
    Map<String, Object> settings = new HashMap<>(GOOD);
    settings.put(setting, value);
    SpringApplicationBuilder application = new SpringApplicationBuilder(GatewayApplication.class);
    String[] arguments =
        settings.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    assertThatThrownBy(() -> application.run(arguments).close())
        .satisfies(failure ->
            assertThat(NestedExceptionUtils.getMostSpecificCause(failure).toString())
                .contains(reason));
  }
}
