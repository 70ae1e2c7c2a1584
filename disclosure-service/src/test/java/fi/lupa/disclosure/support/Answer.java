package fi.lupa.disclosure.support;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** An answer of the service: status, headers and body. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
  public String code() {
    return body.path("code").asString();
  }

  public String text(String member) {
    return body.path(member).asString();
  }

  public String queryId() {
    return Stream.of("storeId", "voidingId", "queryId")
        .filter(body::has)
        .findFirst()
        .map(this::text)
        .orElse("");
  }

  public String outcome() {
    return body.at("/decision/outcome").asString();
  }

  /** The documents' OIDs, in order. */
  public List<String> documents() {
    return body.path("documents").valueStream().map(d -> d.path("documentOid").asString()).toList();
  }

  public List<String> pointers() {
    return body.path("violations").valueStream().map(v -> v.path("pointer").asString()).toList();
  }
}
