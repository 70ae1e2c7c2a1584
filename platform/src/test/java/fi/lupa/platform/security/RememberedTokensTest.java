package fi.lupa.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

class RememberedTokensTest {
  private final AtomicInteger verified = new AtomicInteger();
  private boolean inTime = true;
  private final RememberedTokens tokens = new RememberedTokens(this::verify, this::claims);

  @Test
  void aSignatureIsVerifiedOnce() {
    Jwt first = tokens.decode("lupa").block();
    assertThat(tokens.decode("lupa").block()).isSameAs(first);
    assertThat(verified).hasValue(1);
  }

  @Test
  void anotherTokenIsVerifiedByItself() {
    tokens.decode("lupa").block();
    tokens.decode("lupa2").block();
    assertThat(verified).hasValue(2);
  }

  @Test
  void claimsAreCheckedOnEveryUse() {
    tokens.decode("lupa").block();
    inTime = false;
    assertThatThrownBy(() -> tokens.decode("lupa").block())
        .isInstanceOf(JwtValidationException.class);
    assertThat(verified).hasValue(1);
  }

  @Test
  void whatWasRefusedIsNotRemembered() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.decode("forged").block()).isInstanceOf(BadJwtException.class);
    }
    assertThat(verified).hasValue(2);
    inTime = false;
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> tokens.decode("late").block())
          .isInstanceOf(JwtValidationException.class);
    }
    assertThat(verified).hasValue(4);
  }

  private Mono<Jwt> verify(String token) {
    verified.incrementAndGet();
    return token.equals("forged")
        ? Mono.error(new BadJwtException("signature"))
        : Mono.just(
            Jwt.withTokenValue(token).header("alg", "RS256").audience(List.of("lupa")).build());
  }

  private OAuth2TokenValidatorResult claims(Jwt token) {
    return inTime
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("late"));
  }
}
