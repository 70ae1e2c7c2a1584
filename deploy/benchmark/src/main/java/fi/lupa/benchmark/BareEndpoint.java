package fi.lupa.benchmark;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What the machine gives at most: one WebFlux process that checks the same kind of token and
 * answers as many bytes, and nothing else. Properties: {@code server.port}, {@code bare.bytes} and
 * the issuer's {@code jwk-set-uri}.
 */
@SpringBootApplication
public class BareEndpoint {
  public static void main(String[] args) {
    SpringApplication.run(BareEndpoint.class, args);
  }

  @Bean
  RouterFunction<ServerResponse> answer(
      @org.springframework.beans.factory.annotation.Value("${bare.bytes}") int size) {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) ' ');
    return route(
        POST("/bare"),
        request ->
            request
                .bodyToMono(byte[].class)
                .flatMap(ignored ->
                    ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(body)));
  }

  @Bean
  SecurityWebFilterChain security(ServerHttpSecurity http) {
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .authorizeExchange(paths -> paths.anyExchange().authenticated())
        .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
        .build();
  }
}
