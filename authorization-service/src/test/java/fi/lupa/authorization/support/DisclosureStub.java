package fi.lupa.authorization.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the disclosure-service's fact endpoint: remembers what it was told, can be away.
 */
public final class DisclosureStub {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<JsonNode> pushed = new CopyOnWriteArrayList<>();
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile boolean away;

  DisclosureStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/facts", this::handle);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public void leave() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  /** As if Kafka had brought it. */
  public void learn(String id, long version) {
    versions.merge(id, version, Math::max);
  }

  /** The envelopes pushed under a key, oldest first. */
  public List<JsonNode> pushed(String key) {
    return pushed.stream().filter(envelope -> envelope.path("key").asString().equals(key)).toList();
  }

  private void take(JsonNode envelope) {
    pushed.add(envelope);
    learn(envelope.path("key").asString(), envelope.at("/data/version").asLong());
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (away) {
      answer(exchange, 503, "{}");
    } else if (token == null || !token.startsWith("Bearer ")) {
      answer(exchange, 401, "{}");
    } else if (exchange.getRequestMethod().equals("POST")) {
      JsonNode sent = JSON.readTree(body);
      (sent.has("items") ? sent.path("items").valueStream() : Stream.of(sent)).forEach(this::take);
      answer(exchange, 200, "{\"applied\":true}");
    } else {
      String path = exchange.getRequestURI().getPath();
      Long version = versions.get(path.substring(path.lastIndexOf('/') + 1));
      answer(exchange, version == null ? 404 : 200, "{\"version\":" + version + "}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
