package fi.lupa.gateway.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * {@code GET /portal/api/session}: whether somebody is signed in, and then the token that every
 * change must carry. Says nothing of who it is.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("LUPA_PORTAL_SECRET")
class SessionRoutes {

  @Bean
  RouterFunction<ServerResponse> sessionState() {
    return RouterFunctions.route().GET("/portal/api/session", SessionRoutes::state).build();
  }

  private static Mono<ServerResponse> state(ServerRequest request) {
    return Sessions.signedIn(request.exchange())
        .flatMap(in -> in ? signedIn(request.exchange()) : Mono.just(Map.of("signedIn", false)))
        .flatMap(body -> ServerResponse.ok().bodyValue(body));
  }

  private static Mono<Map<String, Object>> signedIn(ServerWebExchange exchange) {
    Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
    return token.map(csrf -> {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("signedIn", true);
      body.put("csrfHeader", csrf.getHeaderName());
      body.put("csrfToken", csrf.getToken());
      return body;
    });
  }
}
