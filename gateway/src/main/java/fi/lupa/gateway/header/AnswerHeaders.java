package fi.lupa.gateway.header;

import fi.lupa.gateway.GatewaySettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Puts the protecting headers on every answer, also on refusals and on what a service answered. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerHeaders implements WebFilter {
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final String A_YEAR = "max-age=31536000; includeSubDomains";

  private final boolean secure;

  AnswerHeaders(GatewaySettings settings) {
    this.secure = settings.secure();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    boolean data = path.startsWith("/v1") || path.startsWith("/portal/api");
    exchange
        .getResponse()
        .beforeCommit(() -> {
          protect(exchange.getResponse().getHeaders(), data);
          return Mono.empty();
        });
    return chain.filter(exchange);
  }

  private void protect(HttpHeaders headers, boolean data) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Content-Security-Policy", data ? DATA : PAGE);
    if (data) {
      headers.setCacheControl("no-store");
      headers.remove(HttpHeaders.EXPIRES);
      headers.remove(HttpHeaders.PRAGMA);
    }
    if (secure) {
      headers.set("Strict-Transport-Security", A_YEAR);
    }
  }
}
