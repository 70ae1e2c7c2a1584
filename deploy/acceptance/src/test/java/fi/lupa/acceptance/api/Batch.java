package fi.lupa.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches of usage rights of the northern county for the producer's first unit. */
public final class Batch {
  private static final String PATH = "/v1/usage-rights/batches";

  private Batch() {}

  /** A line that grants a right from today for a year. */
  public static Map<String, Object> grant(Person person, String task) {
    return Map.of(
        "grant",
        Map.of(
            "client", person.client(),
            "serviceTask", task,
            "producer", Organisation.PRODUCER.oid(),
            "producerUnit", Organisation.PRODUCER.unit(),
            "start", Rights.today().toString(),
            "end", Rights.today().plusYears(1).toString()));
  }

  /** A line that lets a right last two years. */
  public static Map<String, Object> amend(String id, int version) {
    Map<String, Object> terms =
        Map.of(
            "start", Rights.today().toString(),
            "end", Rights.today().plusYears(2).toString());
    return Map.of("amend", Map.of("id", id, "version", version, "terms", terms));
  }

  /** A line that ends a right at once. */
  public static Map<String, Object> end(String id, int version) {
    return Map.of("end", Map.of("id", id, "version", version, "reason", "CONTRACT_ENDED"));
  }

  /** Sends one; gives its id. */
  public static String send(List<Map<String, Object>> lines) {
    String text =
        lines.stream()
            .map(JsonMapper.shared()::writeValueAsString)
            .collect(Collectors.joining("\n", "", "\n"));
    Call call =
        Call.of("POST", PATH)
            .as(Organisation.NORTH)
            .key(UUID.randomUUID().toString())
            .bytes("application/x-ndjson", text.getBytes(UTF_8));
    return Http.expect(202, call).text("/id");
  }

  /** How far it has come. */
  public static JsonNode read(String id) {
    return Http.expect(200, Call.get(Organisation.NORTH, PATH + "/" + id)).json();
  }

  /** The answers to its lines, fetched at once. */
  public static List<JsonNode> lines(String id) {
    Call call =
        Call.get(Organisation.NORTH, PATH + "/" + id + "/lines")
            .header("Accept", "application/x-ndjson");
    return Http.expect(200, call).body().lines().map(JsonMapper.shared()::readTree).toList();
  }
}
