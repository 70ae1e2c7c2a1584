package fi.lupa.platform.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers whose signature was found good, because that is the expensive part (0.15-0.6 ms);
 * issuer, audience and times are checked on every use.
 */
final class TokenCheck implements ReactiveJwtDecoder {
  /** A withdrawn key goes out of use within this time and the age of the keys. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /** In characters of tokens: some thousands of ordinary ones. */
  private static final long ROOM = 4_000_000;

  private final ReactiveJwtDecoder signatures;
  private final OAuth2TokenValidator<Jwt> claims;
  private final Cache<String, Jwt> good =
      Caffeine.newBuilder()
          .maximumWeight(ROOM)
          .weigher((String token, Jwt jwt) -> token.length())
          .expireAfterWrite(REMEMBERED)
          .build();

  TokenCheck(ReactiveJwtDecoder signatures, OAuth2TokenValidator<Jwt> claims) {
    this.signatures = signatures;
    this.claims = claims;
  }

  @Override
  public Mono<Jwt> decode(String token) {
    Jwt known = good.getIfPresent(token);
    if (known != null) {
      return Mono.fromCallable(() -> checked(known));
    }
    return signatures.decode(token).map(this::checked).doOnNext(jwt -> good.put(token, jwt));
  }

  private Jwt checked(Jwt jwt) {
    OAuth2TokenValidatorResult result = claims.validate(jwt);
    if (result.hasErrors()) {
      throw new JwtValidationException("claims of the token", result.getErrors());
    }
    return jwt;
  }
}
