package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.lupa.acceptance.system.Lupa;
import fi.lupa.acceptance.system.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to the shared system. */
public final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Http() {}

  /**
   * Sends a request to the gateway.
   *
   * @throws Unreachable when no whole answer came
   */
  public static Reply send(Call call) {
    return send(Part.GATEWAY, call);
  }

  /** Sends a request to a part itself, as only its neighbours may. */
  public static Reply send(Part part, Call call) {
    var request =
        HttpRequest.newBuilder(URI.create(Lupa.shared().url(part) + call.path()))
            .timeout(PATIENCE)
            .method(
                call.method(),
                call.body().map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()));
    call.headers().forEach(request::header);
    call.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new Unreachable(call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request and fails the test unless the answer has this status. */
  public static Reply expect(int status, Call call) {
    Reply reply = send(call);
    if (reply.status() != status) {
      throw new AssertionError(
          "%s: expected %d, got %d %s".formatted(call, status, reply.status(), reply.body()));
    }
    return reply;
  }

  /** Sends a request and fails the test unless it is refused with this status and code. */
  public static Reply refuse(int status, String code, Call call) {
    Reply reply = expect(status, call);
    if (!reply.code().equals(code)) {
      throw new AssertionError("%s: expected code %s, got %s".formatted(call, code, reply.body()));
    }
    return reply;
  }
}
