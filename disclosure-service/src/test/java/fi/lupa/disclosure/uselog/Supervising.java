package fi.lupa.disclosure.uselog;

import static fi.lupa.disclosure.support.Given.object;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.support.Answer;
import fi.lupa.disclosure.support.Calls;
import fi.lupa.disclosure.support.Oids;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an officer of an organisation does. */
public record Supervising(Calls calls, Oid organisation) {
  public static final String SEARCH = "/v1/log/searches";

  public static ObjectNode officer(Oid organisation) {
    return object(
        "unit",
        Oids.unit(organisation, 1),
        "professional",
        Map.of("id", "70009", "name", "Tiina Tuomi", "role", "ADMINISTRATION"));
  }

  /** Sends with the officer in it. */
  public Answer send(String path, ObjectNode body, String... headers) {
    return calls.send(
        HttpMethod.POST,
        path,
        Calls.token(organisation, "log.supervise"),
        body.has("requester") ? body : body.set("requester", officer(organisation)),
        headers);
  }

  public Answer search(Object... filter) {
    return send(SEARCH, object(filter));
  }

  /** The rows found; fails when the search does. */
  public List<JsonNode> rows(Object... filter) {
    Answer answer = search(filter);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("items").valueStream().toList();
  }

  public List<String> ids(Object... filter) {
    return rows(filter).stream().map(row -> row.path("queryId").asString()).toList();
  }

  /** The signals of one access. */
  public List<String> signals(String queryId) {
    return rows().stream()
        .filter(row -> row.path("queryId").asString().equals(queryId))
        .flatMap(row -> row.path("signals").valueStream())
        .map(JsonNode::asString)
        .toList();
  }
}
