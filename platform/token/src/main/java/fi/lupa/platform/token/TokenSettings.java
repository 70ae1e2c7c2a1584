package fi.lupa.platform.token;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are accepted.
 *
 * @param issuer claim {@code iss}, required
 * @param audience one of the claim {@code aud}, required
 * @param jwksUrl where the issuer's public keys are
 * @param clockSkew how far the issuer's clock may be off
 * @param keyAge after this time the keys are asked again, so that a withdrawn key goes out of use
 */
@ConfigurationProperties("lupa.security")
public record TokenSettings(
    String issuer,
    String audience,
    URI jwksUrl,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("5m") Duration keyAge) {

  /**
   * @throws IllegalArgumentException when issuer or audience is empty: then any token would do
   */
  public TokenSettings {
    require(issuer, "LUPA_ISSUER");
    require(audience, "LUPA_AUDIENCE");
  }

  private static void require(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          name + " must be set: tokens of one issuer for one audience are accepted");
    }
  }
}
