package fi.lupa.authorization.usageright.batch;

import fi.lupa.authorization.support.Calls;
import fi.lupa.authorization.support.Calls.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What organisers do with batches, in the words of the tests. */
public final class Batches {
  public static final String PATH = "/v1/usage-rights/batches";

  private final WebTestClient http;
  private final Calls calls;

  public Batches(WebTestClient http, Calls calls) {
    // all answers of a batch come in one
    this.http =
        http.mutate()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
            .build();
    this.calls = calls;
  }

  public static ObjectNode grant(ObjectNode grant) {
    return Calls.body("grant", grant);
  }

  public static ObjectNode end(String id, long version) {
    return Calls.body("end", Map.of("id", id, "version", version, "reason", "CONTRACT_ENDED"));
  }

  public static ObjectNode amend(String id, long version, ObjectNode terms) {
    return Calls.body("amend", Map.of("id", id, "version", version, "terms", terms));
  }

  public static ObjectNode ref(String ref, ObjectNode line) {
    return Calls.with(line, "ref", ref);
  }

  public static String text(List<?> lines) {
    return lines.stream().map(Object::toString).collect(Collectors.joining("\n", "", "\n"));
  }

  public Answer send(String organiser, String text) {
    return send(organiser, text, Calls.newKey());
  }

  public Answer send(String organiser, String text, String key) {
    var result =
        http.post()
            .uri(PATH)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + Calls.token(organiser))
            .header("Idempotency-Key", key)
            .contentType(MediaType.APPLICATION_NDJSON)
            .bodyValue(text.getBytes(StandardCharsets.UTF_8))
            .exchange()
            .expectBody()
            .returnResult();
    return new Answer(
        result.getStatus().value(),
        result.getResponseHeaders(),
        Calls.JSON.readTree(result.getResponseBodyContent()));
  }

  /** Sends a batch that must be received; gives its id. */
  public String sent(String organiser, List<?> lines) {
    Answer answer = send(organiser, text(lines));
    if (answer.status() != 202) {
      throw new AssertionError("not received: " + answer.body());
    }
    return answer.text("id");
  }

  public JsonNode read(String organiser, String id) {
    return calls.get(PATH + "/" + id, organiser).body();
  }

  /** Waits until a batch is over. */
  public JsonNode over(String organiser, String id) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> read(organiser, id), batch -> batch.has("finishedAt"));
  }

  /** Sends a batch, waits until it is over and gives the answers to its lines. */
  public List<JsonNode> done(String organiser, List<?> lines) {
    String id = sent(organiser, lines);
    over(organiser, id);
    return lines(organiser, id);
  }

  /** The answers to a batch's lines, all at once. */
  public List<JsonNode> lines(String organiser, String id) {
    byte[] content =
        http.get()
            .uri(PATH + "/" + id + "/lines")
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + Calls.token(organiser))
            .accept(MediaType.APPLICATION_NDJSON)
            .exchange()
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType(MediaType.APPLICATION_NDJSON)
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return content == null || content.length == 0
        ? List.of()
        : Stream.of(new String(content, StandardCharsets.UTF_8).split("\n"))
            .map(line -> Calls.JSON.readTree(line))
            .toList();
  }

  /** The outcome, or the reason code when there is one. */
  public static String outcome(JsonNode line) {
    return line.path("code").asString(line.path("outcome").asString());
  }
}
