package fi.lupa.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Calls a running Lupa to set the scene; any answer but those expected ends the run. */
final class Api {
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();
  private final Settings settings;

  Api(Settings settings) {
    this.settings = settings;
  }

  String token(String client) throws IOException, InterruptedException {
    return token(client, "");
  }

  String citizenToken(String identityCode) throws IOException, InterruptedException {
    return token("citizen", "&identity_code=" + URLEncoder.encode(identityCode, UTF_8));
  }

  private String token(String client, String more) throws IOException, InterruptedException {
    String secret =
        Base64.getEncoder().encodeToString((client + ":" + client + "-secret").getBytes());
    HttpRequest request =
        HttpRequest.newBuilder(settings.issuer().resolve("/oauth2/token"))
            .header("Authorization", "Basic " + secret)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials" + more))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("no token for " + client + ": " + answer.statusCode());
    }
    return json.readTree(answer.body()).path("access_token").asString();
  }

  String post(String path, String token, String body, Set<Integer> expected)
      throws IOException, InterruptedException {
    return send(path, token, "application/json", BodyPublishers.ofString(body), expected);
  }

  String get(String path, String token, Set<Integer> expected)
      throws IOException, InterruptedException {
    return get(path, token, expected, "application/json");
  }

  String get(String path, String token, Set<Integer> expected, String form)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(settings.gateway().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", form)
            .build();
    return answered(path, request, expected);
  }

  /** Sends a file's lines as they are read. */
  String upload(String path, String token, Path file) {
    try {
      return send(path, token, "application/x-ndjson", BodyPublishers.ofFile(file), Set.of(202));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stores a document of two parts. */
  void store(String token, String metadata, String content)
      throws IOException, InterruptedException {
    String boundary = UUID.randomUUID().toString();
    send(
        "/v1/documents",
        token,
        "multipart/form-data; boundary=" + boundary,
        BodyPublishers.ofString(twoParts(boundary, metadata, content)),
        Set.of(201));
  }

  /** The body of a document to be stored. */
  static String twoParts(String boundary, String metadata, String content) {
    return """
    --%1$s\r
    Content-Disposition: form-data; name="metadata"\r
    Content-Type: application/json\r
    \r
    %2$s\r
    --%1$s\r
    Content-Disposition: form-data; name="content"; filename="document.xhtml"\r
    Content-Type: application/xhtml+xml\r
    \r
    %3$s\r
    --%1$s--\r
    """
        .formatted(boundary, metadata, content);
  }

  private String send(
      String path, String token, String type, BodyPublisher body, Set<Integer> expected)
      throws IOException, InterruptedException {
    URI uri = settings.gateway().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body)
            .build();
    return answered(path, request, expected);
  }

  private String answered(String path, HttpRequest request, Set<Integer> expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (!expected.contains(answer.statusCode())) {
      throw new IllegalStateException(
          path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
