package fi.lupa.gateway.kit;

import fi.lupa.gateway.GatewayApplication;
import fi.lupa.gateway.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway on a free port, before four stand-ins and an issuer, with the tests' own small
 * contracts.
 */
@SpringBootTest(classes = GatewayApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class GatewayIT {
  protected static final Issuer ISSUER = new Issuer();
  protected static final Map<Service, Backend> BACKENDS = new EnumMap<>(Service.class);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static {
    for (Service service : Service.values()) {
      BACKENDS.put(service, new Backend());
    }
  }

  @LocalServerPort protected int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("LUPA_ISSUER", ISSUER::url);
    registry.add("LUPA_AUDIENCE", () -> Issuer.AUDIENCE);
    registry.add("lupa.gateway.contracts", () -> "classpath:/contracts-of-tests/");
    BACKENDS.forEach(
        (service, backend) -> registry.add("LUPA_" + service.name() + "_URL", backend::url));
  }

  @BeforeEach
  void forget() {
    BACKENDS.values().forEach(Backend::forget);
    ISSUER.back();
  }

  protected static Backend backend(Service service) {
    return BACKENDS.get(service);
  }

  /** A request without a token. */
  protected HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  /** A request with a good token. */
  protected HttpRequest.Builder allowed(String path) {
    return request(path).header("Authorization", "Bearer " + ISSUER.token());
  }

  protected HttpRequest.Builder post(String path, String type, byte[] body) {
    return allowed(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
  }

  protected static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }
}
