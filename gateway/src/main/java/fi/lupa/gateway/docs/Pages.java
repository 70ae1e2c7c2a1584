package fi.lupa.gateway.docs;

import fi.lupa.gateway.problem.Languages;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The pages with an address of their own: the front page in three languages and the interfaces'
 * page.
 */
@Configuration(proxyBeanMethods = false)
class Pages {
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  @Bean
  RouterFunction<ServerResponse> pageRoutes() {
    RouterFunctions.Builder routes =
        RouterFunctions.route()
            .GET("/", request -> front(Languages.of(request.headers().asHttpHeaders())))
            .GET("/docs", request -> page("docs/index.html", "en"))
            .GET("/docs/", request -> moved("/docs"))
            .GET("/portal", request -> moved("/portal/"))
            .GET("/portal/", request -> page("portal/index.html", "fi"));
    for (String language : List.of("fi", "sv", "en")) {
      routes.GET("/" + language, request -> front(language));
    }
    return routes.build();
  }

  private static Mono<ServerResponse> front(String language) {
    return page("pages/index." + language + ".html", language);
  }

  private static Mono<ServerResponse> page(String file, String language) {
    return ServerResponse.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
        .headers(headers -> headers.setContentLanguage(Locale.of(language)))
        .bodyValue(new ClassPathResource(file));
  }

  private static Mono<ServerResponse> moved(String address) {
    return ServerResponse.permanentRedirect(URI.create(address)).build();
  }
}
