package fi.lupa.platform.web;

import fi.lupa.platform.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a caller who won't take JSON before anything is done. Spring finds out only when it
 * writes the answer: then a right would be granted, or an access recorded, and 406 answered.
 */
public final class JsonAnswers implements WebFilter, Ordered {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    boolean speaksJson = !request.getPath().value().startsWith("/actuator/");
    return speaksJson && !takesJson(request)
        ? Mono.error(Problem.of("NOT_ACCEPTABLE"))
        : chain.filter(exchange);
  }

  /** After Spring Security: who shows no token learns nothing else. */
  @Override
  public int getOrder() {
    return 0;
  }

  private static boolean takesJson(ServerHttpRequest request) {
    try {
      var accepted = request.getHeaders().getAccept();
      return accepted.isEmpty()
          || accepted.stream().anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
