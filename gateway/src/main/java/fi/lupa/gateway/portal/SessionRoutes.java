package fi.lupa.gateway.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * {@code GET /portal/api/session}: whether somebody is signed in, and then the token that every
 * change must carry, and for whom somebody acts. Says nothing of who they are themselves.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("LUPA_PORTAL_SECRET")
class SessionRoutes {

  @Bean
  RouterFunction<ServerResponse> sessionState(
      ServerOAuth2AuthorizedClientRepository tokens, PortalSettings settings) {
    return RouterFunctions.route()
        .GET("/portal/api/session", request -> state(request, tokens, settings.identityCodeClaim()))
        .build();
  }

  private static Mono<ServerResponse> state(
      ServerRequest request,
      ServerOAuth2AuthorizedClientRepository tokens,
      String identityCodeClaim) {
    return Sessions.signedIn(request.exchange())
        .flatMap(in ->
            in
                ? signedIn(request.exchange(), tokens, identityCodeClaim)
                : Mono.just(Map.of("signedIn", false)))
        .flatMap(body -> ServerResponse.ok().bodyValue(body));
  }

  private static Mono<Map<String, Object>> signedIn(
      ServerWebExchange exchange,
      ServerOAuth2AuthorizedClientRepository tokens,
      String identityCodeClaim) {
    Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
    Mono<Optional<OnBehalf>> onBehalf =
        exchange
            .getPrincipal()
            .cast(Authentication.class)
            .flatMap(citizen ->
                tokens.<OAuth2AuthorizedClient>loadAuthorizedClient(
                    PortalClient.ID, citizen, exchange))
            .map(client -> OnBehalf.of(client.getAccessToken().getTokenValue(), identityCodeClaim))
            .defaultIfEmpty(Optional.empty());
    return token.zipWith(
        onBehalf,
        (csrf, other) -> {
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("signedIn", true);
          body.put("csrfHeader", csrf.getHeaderName());
          body.put("csrfToken", csrf.getToken());
          other.ifPresent(one -> body.put("onBehalf", one));
          return body;
        });
  }
}
