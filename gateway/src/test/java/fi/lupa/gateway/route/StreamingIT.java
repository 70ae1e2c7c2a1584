package fi.lupa.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fi.lupa.gateway.Service;
import fi.lupa.gateway.kit.Backend;
import fi.lupa.gateway.kit.GatewayIT;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Large bodies pass through: what the whole JVM allocates meanwhile is a fraction of what passes.
 */
class StreamingIT extends GatewayIT {
  private static final int MIB = 1024 * 1024;
  private static final int LENGTH = 10 * MIB;
  private static final int TIMES = 6;
  private static final byte[] CHUNK = new byte[32 * 1024];

  @Test
  void aDocumentOnItsWayInIsNotHeldInTheHeap() throws IOException {
    notHeld("/v1/documents", "multipart/form-data; boundary=x", Service.DISCLOSURE);
  }

  @Test
  void aBatchOnItsWayInIsNotHeldInTheHeap() throws IOException {
    notHeld("/v1/usage-rights/batches", "application/x-ndjson", Service.AUTHORIZATION);
  }

  private void notHeld(String path, String type, Service service) throws IOException {
    upload(path, type);
    long before = allocated();
    for (int i = 0; i < TIMES; i++) {
      upload(path, type);
    }
    assertThat(allocated() - before).isLessThan((long) LENGTH * TIMES / 4);
    assertThat(backend(service).last().bodyLength()).isEqualTo(LENGTH);
  }

  @Test
  void anAnswerOnItsWayOutIsNotHeldInTheHeap() throws IOException {
    backend(Service.AUDIT).answers(StreamingIT::large);
    assertThat(download()).isGreaterThan(LENGTH);
    long before = allocated();
    for (int i = 0; i < TIMES; i++) {
      download();
    }
    assertThat(allocated() - before).isLessThan((long) LENGTH * TIMES / 4);
  }

  private void upload(String path, String type) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          head("POST " + path, "Content-Type: " + type + "\r\nContent-Length: " + LENGTH + "\r\n"));
      for (int sent = 0; sent < LENGTH; sent += CHUNK.length) {
        out.write(CHUNK);
      }
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200");
    }
  }

  private long download() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(head("GET /v1/my/log", ""));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[32 * 1024];
      long total = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        total += read;
      }
      return total;
    }
  }

  private static byte[] head(String line, String more) {
    return (line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + TOKEN
            + "\r\n"
            + more
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static final String TOKEN = ISSUER.token();

  private static void large(Backend.Exchange exchange) {
    try {
      exchange.raw().getResponseHeaders().set("Content-Type", "application/json");
      exchange.raw().sendResponseHeaders(200, LENGTH);
      for (int sent = 0; sent < LENGTH; sent += CHUNK.length) {
        exchange.raw().getResponseBody().write(CHUNK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
  }
}
