package fi.lupa.acceptance.api;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Reply(int status, HttpHeaders headers, String body) {

  /** The body as JSON. */
  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** A text of the body by its JSON pointer, empty when it isn't there. */
  public String text(String pointer) {
    return json().at(pointer).asString("");
  }

  /** Whether the body has a true there. */
  public boolean holds(String pointer) {
    return json().at(pointer).asBoolean(false);
  }

  /** The elements of an array of the body. */
  public List<JsonNode> list(String pointer) {
    return json().at(pointer).valueStream().toList();
  }

  /** The id of what was created, if something was. */
  public Optional<String> created() {
    return Optional.of(text("/id")).filter(id -> status < 300 && !id.isEmpty());
  }

  /** A header, empty when it isn't there. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The problem's reason code, empty when it is none. */
  public String code() {
    return header("Content-Type").startsWith("application/problem+json") ? text("/code") : "";
  }
}
