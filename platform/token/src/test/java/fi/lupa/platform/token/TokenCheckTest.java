package fi.lupa.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

class TokenCheckTest {
  private static final TokenSettings SETTINGS =
      new TokenSettings(
          "http://issuer",
          "lupa",
          URI.create("http://issuer/keys"),
          Duration.ZERO,
          Duration.ofMinutes(5));

  private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
  private final AtomicInteger verified = new AtomicInteger();
  private final TokenCheck check = new TokenCheck(this::verify, TokenClaims.of(SETTINGS, clock));

  @Test
  void aSignatureIsVerifiedOnce() {
    check.decode("lupa").block();
    check.decode("lupa").block();
    assertThat(verified).hasValue(1);
  }

  @Test
  void timesAreCheckedOnEveryUse() {
    check.decode("lupa").block();
    clock.moves(Duration.ofMinutes(2));
    assertThatThrownBy(() -> check.decode("lupa").block())
        .isInstanceOf(JwtValidationException.class);
    assertThat(verified).hasValue(1);
  }

  @Test
  void aTokenForAnotherAudienceIsNotRemembered() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> check.decode("another").block())
          .isInstanceOf(JwtValidationException.class);
    }
    assertThat(verified).hasValue(2);
  }

  /** The token's text is its audience; it lives for a minute. */
  private Mono<Jwt> verify(String token) {
    verified.incrementAndGet();
    return Mono.just(
        Jwt.withTokenValue(token)
            .header("alg", "RS256")
            .issuer("http://issuer")
            .audience(List.of(token))
            .expiresAt(Instant.parse("2026-11-22T08:01:00Z"))
            .build());
  }
}
