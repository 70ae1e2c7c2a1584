package fi.lupa.gateway.route;

import fi.lupa.gateway.contract.Operation;
import java.util.Map;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the route of the service that offers the request's operation. {@link Entrance} has found
 * that already: asking the routes one after the other whether they fit would only cost time.
 */
@Component
class RouteChoice extends RoutePredicateHandlerMapping {
  /** Before those of pages and watching, which no operation belongs to. */
  private static final int FIRST = -1_000;

  private final Mono<Map<String, Route>> byService;

  RouteChoice(
      FilteringWebHandler handler,
      RouteLocator routes,
      GlobalCorsProperties cors,
      Environment environment) {
    super(handler, routes, cors, environment);
    this.byService = routes.getRoutes().collectMap(Route::getId).cache();
    setOrder(FIRST);
  }

  @Override
  protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
    Operation operation = Operation.of(exchange);
    return operation == null
        ? Mono.empty()
        : byService.mapNotNull(routes -> routes.get(operation.service().label()));
  }
}
