package fi.lupa.verify.file;

import fi.lupa.verify.log.LogFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The files of a log as a server gives them. */
public final class Address implements LogFiles {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final String prefix;

  /** The prefix that the paths of c2sp.org/tlog-tiles stand behind. */
  public Address(String prefix) {
    this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
  }

  @Override
  public Optional<byte[]> read(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(prefix + path)).timeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return switch (answer.statusCode()) {
        case 200 -> Optional.of(answer.body());
        case 404, 410 -> Optional.empty();
        default -> throw new IOException("the log's server answered " + answer.statusCode());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
