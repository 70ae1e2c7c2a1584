package fi.lupa.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Accesses as the disclosure-service tells them: the published sample of an access under a usage
 * right, each with its own query, client and time.
 */
final class AccessEvents {
  static final String TYPE = "fi.lupa.disclosure.records-queried.v1";

  private static final String SAMPLE =
      "contracts/src/main/resources/events/samples/" + TYPE + ".1.json";

  private final ObjectNode sample;

  AccessEvents(Path root) throws IOException {
    sample = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(root.resolve(SAMPLE)));
  }

  String json(UUID query, UUID client, Instant time) {
    return text(query.toString(), client.toString(), time.toString());
  }

  /** The same with any three texts in the places of query, client and time. */
  String text(String query, String client, String time) {
    ObjectNode event = sample.deepCopy();
    event.put("queryId", query);
    event.put("client", client);
    event.put("time", time);
    return event.toString();
  }
}
