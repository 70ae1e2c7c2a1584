package fi.lupa.gateway.portal;

import fi.lupa.gateway.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Passes what the portal's pages ask on as the citizen's own request: {@code /portal/api/v1/my/log}
 * becomes {@code /v1/my/log} with the token from the session. The browser never sees the token.
 */
@Component
@ConditionalOnProperty("LUPA_PORTAL_SECRET")
class Relay implements GlobalFilter, Ordered {
  private static final String PREFIX = "/portal/api";

  private final ServerOAuth2AuthorizedClientRepository tokens;
  private final Clock clock;

  Relay(ServerOAuth2AuthorizedClientRepository tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (!path.startsWith(PREFIX)) {
      return chain.filter(exchange);
    }
    return exchange
        .getPrincipal()
        .cast(Authentication.class)
        .flatMap(citizen ->
            tokens.<OAuth2AuthorizedClient>loadAuthorizedClient(PortalClient.ID, citizen, exchange))
        .map(OAuth2AuthorizedClient::getAccessToken)
        .filter(token -> lives(token.getExpiresAt()))
        .switchIfEmpty(Mono.error(() -> Problem.of("TOKEN_MISSING")))
        .flatMap(token -> {
          ServerHttpRequest own =
              exchange
                  .getRequest()
                  .mutate()
                  .path(path.substring(PREFIX.length()))
                  .headers(headers -> {
                    headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token.getTokenValue());
                    headers.remove("X-CSRF-TOKEN");
                  })
                  .build();
          return chain.filter(exchange.mutate().request(own).build());
        });
  }

  private boolean lives(@org.jspecify.annotations.Nullable Instant end) {
    return end != null && end.isAfter(clock.instant());
  }

  /** Before anything looks at the address. */
  @Override
  public int getOrder() {
    return 0;
  }
}
