package fi.lupa.gateway.route;

import fi.lupa.gateway.contract.Contract;
import fi.lupa.gateway.contract.Contract.Place;
import fi.lupa.gateway.contract.Operation;
import fi.lupa.gateway.portal.PortalSettings;
import fi.lupa.gateway.problem.Problem;
import fi.lupa.gateway.problem.ProblemWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds the operation a request asks for. What the contract doesn't offer is refused before
 * anything else looks at it: 404 for the path, 405 with {@code Allow} for the method.
 */
@Component
@Order(Entrance.ORDER)
class Entrance implements WebFilter {
  /** Before Spring Security (-100): what doesn't exist needs no token. */
  static final int ORDER = -200;

  private static final String PORTAL = "/portal/api";

  private final Contract contract;
  private final ProblemWriter problems;
  private final boolean portal;

  Entrance(Contract contract, ProblemWriter problems, PortalSettings portal) {
    this.contract = contract;
    this.problems = problems;
    this.portal = portal.open();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getURI().getRawPath();
    if (path.startsWith(PORTAL + "/v1/")) {
      Place place = contract.place(path.substring(PORTAL.length()));
      boolean citizens =
          portal && place != null && place.acts().values().stream().allMatch(Operation::citizens);
      return enter(exchange, chain, citizens ? place : null);
    }
    if (path.equals("/v1") || path.startsWith("/v1/")) {
      return enter(exchange, chain, contract.place(path));
    }
    return chain.filter(exchange);
  }

  private Mono<Void> enter(
      ServerWebExchange exchange, WebFilterChain chain, @Nullable Place place) {
    if (place == null) {
      return problems.write(exchange, Problem.of("NOT_FOUND"));
    }
    Operation act = place.act(exchange.getRequest().getMethod());
    if (act == null) {
      String allowed =
          place.acts().keySet().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
      return problems.write(exchange, Problem.of("METHOD_NOT_ALLOWED", HttpHeaders.ALLOW, allowed));
    }
    act.mark(exchange);
    return chain.filter(exchange);
  }
}
