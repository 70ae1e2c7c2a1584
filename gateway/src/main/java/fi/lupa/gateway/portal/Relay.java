package fi.lupa.gateway.portal;

import fi.lupa.gateway.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
import org.springframework.security.web.server.csrf.CsrfToken;
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
  private static final String OF_PAGE = "X-CSRF-TOKEN";

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
    return ofThisSigningIn(exchange)
        .then(exchange.getPrincipal())
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
                    headers.remove(OF_PAGE);
                  })
                  .build();
          return chain.filter(exchange.mutate().request(own).build());
        });
  }

  /**
   * A page that was drawn for whoever was signed in before neither shows nor changes anything as
   * somebody else: of two tabs one may act for another person.
   */
  private static Mono<Void> ofThisSigningIn(ServerWebExchange exchange) {
    String sent = exchange.getRequest().getHeaders().getFirst(OF_PAGE);
    Mono<CsrfToken> known = exchange.getAttribute(CsrfToken.class.getName());
    return sent == null || known == null
        ? Mono.empty()
        : known
            .filter(token -> !MessageDigest.isEqual(bytes(token.getToken()), bytes(sent)))
            .flatMap(token -> Mono.error(Problem.of("REQUEST_NOT_FROM_PORTAL")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
