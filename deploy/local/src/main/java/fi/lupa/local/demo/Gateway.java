package fi.lupa.local.demo;

import fi.lupa.local.ExitCode;
import fi.lupa.local.Failure;
import fi.lupa.local.http.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Lupa's gateway as an {@link Actor}. */
final class Gateway {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<Actor, String> tokens = new EnumMap<>(Actor.class);
  private final String url;
  private final Tokens issuer;
  private final Person citizen;

  Gateway(String url, Tokens issuer, Person citizen) {
    this.url = url;
    this.issuer = issuer;
    this.citizen = citizen;
  }

  Answer send(Call call) {
    var request =
        HttpRequest.newBuilder(URI.create(url + call.path()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token(call.actor()))
            .header("Accept", "application/json, application/problem+json")
            .header("Accept-Language", "en")
            .method(call.method(), body(call));
    call.contentType().ifPresent(type -> request.header("Content-Type", type));
    call.version().ifPresent(version -> request.header("If-Match", version));
    if (call.creates()) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    try {
      return answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NOT_RUNNING,
          "The gateway does not answer at %s: start Lupa with ./lupa up.".formatted(url),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INTERRUPTED, "The demo was interrupted.", e);
    }
  }

  private String token(Actor actor) {
    return tokens.computeIfAbsent(
        actor,
        a ->
            a == Actor.CITIZEN
                ? issuer.citizen(citizen.identityCode())
                : issuer.organisation(a.client()));
  }

  private static BodyPublisher body(Call call) {
    return call.content().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody);
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        json(response.body()),
        response.headers().firstValue("ETag").orElse(""));
  }

  private static JsonNode json(String body) {
    try {
      return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }
}
