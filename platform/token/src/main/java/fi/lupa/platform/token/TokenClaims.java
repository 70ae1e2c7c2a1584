package fi.lupa.platform.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a token's claims must say. */
final class TokenClaims {
  private TokenClaims() {}

  /**
   * Right issuer, right audience, not before its time, not after it; a token without an end is
   * refused.
   */
  static OAuth2TokenValidator<Jwt> of(TokenSettings settings, Clock clock) {
    JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
    times.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        times,
        new JwtClaimValidator<Instant>(JwtClaimNames.EXP, Objects::nonNull),
        new JwtIssuerValidator(settings.issuer()),
        new JwtAudienceValidator(settings.audience()));
  }
}
