package fi.lupa.consent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fi.lupa.contracts.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the disclosure-service at the other side of the fence: keeps the newest version of
 * each fact pushed to it; can be away, or hang.
 */
public final class StubDisclosure {
  private static final Map<String, String> KINDS =
      Map.of(
          EventType.INFORMING_RECORDED.ceType(), "informing",
          EventType.PERMIT_CHANGED.ceType(), "permit",
          EventType.PROHIBITION_CHANGED.ceType(), "prohibition",
          EventType.GUARDIAN_PROHIBITION_CHANGED.ceType(), "guardian-prohibition",
          EventType.REPRESENTATION_CHANGED.ceType(), "representation");

  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Long> facts = new ConcurrentHashMap<>();
  private final List<JsonNode> pushed = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile boolean away;
  private volatile CountDownLatch hanging = new CountDownLatch(0);

  StubDisclosure() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/facts", this::serve);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Every push is refused from now on. */
  public void goAway() {
    away = true;
  }

  /** Every push waits from now on. */
  void hang() {
    hanging = new CountDownLatch(1);
  }

  public void comeBack() {
    away = false;
    hanging.countDown();
  }

  /** What Kafka would do: the fact arrives without a push. */
  void arrives(String kind, String id, long version) {
    facts.merge(kind + "/" + id, version, Math::max);
  }

  /** The envelopes pushed so far. */
  List<JsonNode> pushed() {
    return pushed;
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean authorised = exchange.getRequestHeaders().containsKey("Authorization");
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (away) {
      answer(exchange, 503, "{}");
    } else if (!authorised) {
      answer(exchange, 401, "{}");
    } else if (exchange.getRequestMethod().equals("POST")) {
      JsonNode sent = json.readTree(body);
      if (sent.has("items")) {
        sent.path("items").values().forEach(this::push);
      } else {
        push(sent);
      }
      answer(exchange, 200, "{\"applied\":true}");
    } else {
      Long version =
          facts.get(exchange.getRequestURI().getPath().substring("/internal/facts/".length()));
      answer(exchange, version == null ? 404 : 200, "{\"version\":" + version + "}");
    }
  }

  private void push(JsonNode envelope) {
    JsonNode data = envelope.path("data");
    pushed.add(envelope);
    arrives(
        KINDS.get(envelope.path("type").asString()),
        data.path("id").asString(),
        data.path("version").asLong());
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
