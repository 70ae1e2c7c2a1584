package fi.lupa.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.gateway.Service;
import fi.lupa.gateway.kit.GatewayIT;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * A connection on which a request waited for the one before it. With reactor-netty 1.3.6 the
 * connection was deaf afterwards, when the waiting request could be answered at once (its issue
 * 4361); the pin in the root pom stands for this.
 */
class KeepAliveIT extends GatewayIT {
  private static final byte[] PAGE = bytes("GET /pages/lupa.svg HTTP/1.1\r\nHost: x\r\n\r\n");

  @Test
  void aRequestThatWaitedDoesNotLeaveTheConnectionDeaf() throws IOException {
    CountDownLatch second = new CountDownLatch(1);
    backend(Service.AUDIT)
        .answers(exchange -> {
          awaited(second);
          exchange.answers(200, "application/json", "{}");
        });
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      out.write(log());
      await().until(() -> !backend(Service.AUDIT).requests().isEmpty());
      out.write(PAGE);
      second.countDown();
      assertThat(status(in)).isEqualTo(200);
      assertThat(status(in)).isEqualTo(200);

      out.write(PAGE);
      assertThat(status(in)).isEqualTo(200);
    }
  }

  private static byte[] log() {
    return bytes(
        "GET /v1/my/log HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + ISSUER.token()
            + "\r\n\r\n");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads one whole answer. */
  private static int status(InputStream in) throws IOException {
    String first = line(in);
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase().startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
    return Integer.parseInt(first.substring(9, 12));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
