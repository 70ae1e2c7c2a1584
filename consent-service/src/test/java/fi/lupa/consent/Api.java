package fi.lupa.consent;

import fi.lupa.testkit.OpenApiContract;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the service over HTTP; every answer must be one that the contract promises. */
public final class Api {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final WebTestClient client;
  private final String token;

  public Api(int port, OpenApiContract contract, String token) {
    this.client =
        WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .responseTimeout(Duration.ofSeconds(30))
            .filter(contract.checking())
            .build();
    this.token = token;
  }

  /** A POST that creates, with a key of its own. */
  public Answer create(String path, String body) {
    return create(path, body, UUID.randomUUID().toString());
  }

  public Answer create(String path, String body, String key) {
    return send(HttpMethod.POST, path, body, "Idempotency-Key", key);
  }

  /** A POST that changes the given version. */
  public Answer change(String path, long version, String body) {
    return send(HttpMethod.POST, path, body, "If-Match", "\"" + version + "\"");
  }

  public Answer search(String path, String body) {
    return send(HttpMethod.POST, path, body);
  }

  public Answer get(String path) {
    return send(HttpMethod.GET, path, null);
  }

  /**
   * @param body JSON; null for none
   * @param headers names and values in turn
   */
  public Answer send(HttpMethod method, String path, String body, String... headers) {
    WebTestClient.RequestBodySpec request = client.method(method).uri(path);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return answer(request);
  }

  /** A POST that answers something else than JSON, unless it is refused. */
  public EntityExchangeResult<byte[]> file(String path, String body, String accept) {
    return client
        .post()
        .uri(path)
        .header("Authorization", "Bearer " + token)
        .header("Accept", accept)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectBody()
        .returnResult();
  }

  /** A request with a body of any kind. */
  public Answer raw(String path, MediaType type, byte[] body) {
    return answer(
        client
            .post()
            .uri(path)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType(type)
            .bodyValue(body));
  }

  private static Answer answer(WebTestClient.RequestHeadersSpec<?> request) {
    EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
    byte[] body = result.getResponseBody();
    return new Answer(
        result.getStatus().value(),
        result.getResponseHeaders(),
        body == null ? MissingNode.getInstance() : JSON.readTree(body));
  }
}
