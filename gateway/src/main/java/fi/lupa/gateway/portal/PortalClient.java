package fi.lupa.gateway.portal;

import fi.lupa.gateway.GatewaySettings;
import fi.lupa.platform.token.IssuerKeys;
import fi.lupa.platform.token.TokenSettings;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * The portal as a client of the issuer. Nothing is asked of the issuer at start: it may still be
 * away.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("LUPA_PORTAL_SECRET")
class PortalClient {
  static final String ID = "portal";
  static final String CALLBACK = "/portal/login/callback";
  private static final int CONNECT_MILLIS = 1_000;
  private static final Duration ANSWER = Duration.ofSeconds(5);

  @Bean
  ReactiveClientRegistrationRepository clients(
      PortalSettings portal, TokenSettings tokens, GatewaySettings gateway) {
    return new InMemoryReactiveClientRegistrationRepository(
        ClientRegistration.withRegistrationId(ID)
            .clientId(portal.clientId())
            .clientSecret(portal.clientSecret())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .scope("openid", "citizen")
            .authorizationUri(portal.authorizeUrl().toString())
            .tokenUri(portal.tokenUrl().toString())
            .jwkSetUri(tokens.jwksUrl().toString())
            .issuerUri(tokens.issuer())
            .redirectUri(gateway.publicUrl().resolve(CALLBACK).toString())
            .build());
  }

  /**
   * The token stays in the session and goes with it; Spring's default would keep it in a map
   * forever.
   */
  @Bean
  ServerOAuth2AuthorizedClientRepository tokensInTheSession() {
    return new WebSessionServerOAuth2AuthorizedClientRepository();
  }

  @Bean
  ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeForToken() {
    HttpClient http =
        HttpClient.create()
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .responseTimeout(ANSWER);
    var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
    client.setWebClient(
        WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build());
    return client;
  }

  @Bean
  ReactiveJwtDecoderFactory<ClientRegistration> idTokens(IssuerKeys keys) {
    return client -> {
      NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys).build();
      decoder.setJwtValidator(new OidcIdTokenValidator(client));
      return decoder;
    };
  }
}
