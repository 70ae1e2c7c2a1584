package fi.lupa.gateway.kit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A stand-in for a service: remembers what it got, answers what the test says. */
public final class Backend {
  /** What arrived; of its body the length and how it starts. */
  public record Request(String method, String uri, Headers headers, long bodyLength, String start) {
    public String header(String name) {
      return headers.getFirst(name);
    }
  }

  /** An exchange the test answers. */
  public record Exchange(HttpExchange raw, Request request) {
    public void answers(int status, String type, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      try {
        if (type != null) {
          raw.getResponseHeaders().set("Content-Type", type);
        }
        raw.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        raw.getResponseBody().write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public void fails(int status) {
      answers(status, null, "");
    }
  }

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Consumer<Exchange> behaviour = Backend::ok;

  public Backend() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory()));
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public void answers(Consumer<Exchange> behaviour) {
    this.behaviour = behaviour;
  }

  public List<Request> requests() {
    return requests;
  }

  public Request last() {
    return requests.getLast();
  }

  public void forget() {
    requests.clear();
    behaviour = Backend::ok;
  }

  private static void ok(Exchange exchange) {
    exchange.answers(200, "application/json", "{\"ok\":true}");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      StringBuilder start = new StringBuilder();
      long length = drained(exchange.getRequestBody(), start);
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              length,
              start.toString());
      requests.add(request);
      behaviour.accept(new Exchange(exchange, request));
    }
  }

  private static long drained(InputStream body, StringBuilder start) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long total = 0;
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      if (total == 0) {
        start.append(new String(buffer, 0, Math.min(read, 2000), StandardCharsets.UTF_8));
      }
      total += read;
    }
    return total;
  }
}
