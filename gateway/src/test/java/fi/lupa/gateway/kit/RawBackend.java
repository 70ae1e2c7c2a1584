package fi.lupa.gateway.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A service gone wrong, at the level of the socket. */
public final class RawBackend {
  /**
   * What it does with a connection after the first bytes of a request; then the connection is
   * closed.
   */
  public interface Fault {
    void on(Socket connection) throws IOException, InterruptedException;
  }

  private final ServerSocket server;

  public RawBackend(Fault fault) {
    try {
      server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(() -> serve(fault));
  }

  public String url() {
    return "http://localhost:" + server.getLocalPort();
  }

  /** The address of a port where nobody listens. */
  public static String nobody() {
    try (ServerSocket gone = new ServerSocket(0)) {
      return "http://localhost:" + gone.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void says(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    connection.getOutputStream().flush();
  }

  private void serve(Fault fault) {
    while (true) {
      try {
        Socket connection = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(connection, fault));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void serve(Socket connection, Fault fault) {
    try (connection) {
      if (connection.getInputStream().read(new byte[8192]) > 0) {
        fault.on(connection);
      }
    } catch (IOException | InterruptedException gone) {
      Thread.currentThread().interrupt();
    }
  }
}
