package fi.lupa.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.gateway.GatewaySettings;
import fi.lupa.gateway.Service;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class AnswerHeadersTest {

  @Test
  void browsersAreToldToStayOnHttpsWhereTheGatewayIsReachedByIt() {
    assertThat(strictTransport("https://lupa.example")).startsWith("max-age=31536000");
  }

  @Test
  void onPlainHttpTheyAreNot() {
    assertThat(strictTransport("http://localhost:8080")).isNull();
  }

  private static String strictTransport(String publicUrl) {
    GatewaySettings settings =
        new GatewaySettings(
            URI.create(publicUrl),
            Arrays.stream(Service.values())
                .collect(Collectors.toMap(s -> s, s -> URI.create("http://localhost:1"))),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            "classpath:/openapi/");
    MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
    new AnswerHeaders(settings)
        .filter(exchange, passed -> passed.getResponse().setComplete())
        .block();
    return exchange.getResponse().getHeaders().getFirst("Strict-Transport-Security");
  }
}
