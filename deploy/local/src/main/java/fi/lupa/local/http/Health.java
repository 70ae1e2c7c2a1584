package fi.lupa.local.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks whether something answers on this machine. */
public final class Health {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private Health() {}

  /** Whether a service says that it is ready. */
  public static boolean isReady(String url) {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
            .timeout(PATIENCE)
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException noAnswer) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether something takes connections on a port. */
  public static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
