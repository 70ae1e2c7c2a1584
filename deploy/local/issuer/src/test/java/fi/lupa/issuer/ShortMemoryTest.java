package fi.lupa.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class ShortMemoryTest {
  private static final RegisteredClient CLIENT =
      RegisteredClient.withId("portal")
          .clientId("portal")
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .build();

  private final ShortMemory memory = new ShortMemory();

  @Test
  void aCodeIsRememberedUntilItIsUsed() {
    OAuth2Authorization signingIn = with("c-1", 300);
    memory.save(signingIn);
    assertThat(memory.findByToken("c-1", null)).isSameAs(signingIn);
    assertThat(memory.findById(signingIn.getId())).isSameAs(signingIn);

    memory.save(OAuth2Authorization.from(signingIn).token(accessToken()).build());
    assertThat(memory.findByToken("c-1", null)).isNull();
  }

  @Test
  void anExpiredCodeIsForgotten() {
    memory.save(with("old", -1));
    assertThat(memory.findByToken("old", null)).isNull();
  }

  @Test
  void aTokenWithoutCodeIsNeverRemembered() {
    OAuth2Authorization system =
        OAuth2Authorization.withRegisteredClient(CLIENT)
            .principalName("x")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .token(accessToken())
            .build();
    memory.save(system);
    assertThat(memory.findById(system.getId())).isNull();
  }

  @Test
  void theOldestCodesGiveWay() {
    for (int i = 0; i <= 1_000; i++) {
      memory.save(with("c" + i, 300));
    }
    assertThat(memory.findByToken("c0", null)).isNull();
    assertThat(memory.findByToken("c1000", null)).isNotNull();
  }

  @Test
  void aRemovedCodeIsGone() {
    OAuth2Authorization signingIn = with("c-2", 300);
    memory.save(signingIn);
    memory.remove(signingIn);
    assertThat(memory.findByToken("c-2", null)).isNull();
  }

  private static OAuth2Authorization with(String code, long lives) {
    Instant now = Instant.now();
    return OAuth2Authorization.withRegisteredClient(CLIENT)
        .principalName("x")
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .token(new OAuth2AuthorizationCode(code, now.minusSeconds(600), now.plusSeconds(lives)))
        .build();
  }

  private static OAuth2AccessToken accessToken() {
    Instant now = Instant.now();
    return new OAuth2AccessToken(TokenType.BEARER, "t", now, now.plusSeconds(60), Set.of());
  }
}
