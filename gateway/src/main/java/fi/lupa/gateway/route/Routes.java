package fi.lupa.gateway.route;

import fi.lupa.gateway.GatewaySettings;
import fi.lupa.gateway.Service;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** One route for each service, by its label. */
@Configuration(proxyBeanMethods = false)
class Routes {

  @Bean
  RouteLocator serviceRoutes(RouteLocatorBuilder builder, GatewaySettings settings) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    for (Service service : Service.values()) {
      routes.route(
          service.label(),
          route ->
              route
                  .alwaysTrue() // RouteChoice chooses
                  // The services know tokens only; a cookie is none of their business.
                  .filters(filters ->
                      filters
                          .removeRequestHeader(HttpHeaders.COOKIE)
                          .removeResponseHeader(HttpHeaders.SET_COOKIE))
                  .uri(settings.backend(service)));
    }
    return routes.build();
  }
}
