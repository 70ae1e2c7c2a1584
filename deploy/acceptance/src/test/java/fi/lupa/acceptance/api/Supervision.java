package fi.lupa.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What an organisation's officer does with its own use log, requests for it and what is withheld.
 */
public record Supervision(Organisation organisation) {
  private static final String SEARCHES = "/v1/log/searches";

  /** The officer as requests name them. */
  public Map<String, Object> officer() {
    return Map.of("unit", organisation.unit(), "professional", organisation.professional());
  }

  /** Asks with the officer in the body. */
  public Call ask(String path, Map<String, Object> body) {
    return Call.post(organisation, path, by(body));
  }

  /** The same where something is made. */
  public Call act(String path, Map<String, Object> body) {
    return Call.create(organisation, path, by(body));
  }

  private Map<String, Object> by(Map<String, Object> body) {
    Map<String, Object> whole = new HashMap<>(body);
    whole.put("requester", officer());
    return whole;
  }

  /** The accesses to a client's data in the organisation's use log, newest first. */
  public Reply search(Client client) {
    return Http.expect(200, ask(SEARCHES, Map.of("client", client.client(), "limit", 200)));
  }

  /**
   * The signals of an access to a client's data, without the one that the hour of the test gives.
   */
  public List<String> signals(Client client, String queryId) {
    List<JsonNode> found =
        search(client).list("/items").stream()
            .filter(item -> item.path("queryId").asString().equals(queryId))
            .toList();
    assertThat(found).as("accesses of this id").hasSize(1);
    return found.getFirst().path("signals").valueStream().map(JsonNode::asString).toList();
  }

  /** The ids of the accesses that raise a signal, of the last 31 days. */
  public List<String> raising(String signal, Client client) {
    return Http.expect(
            200, ask(SEARCHES, Map.of("client", client.client(), "signal", signal, "limit", 200)))
        .list("/items")
        .stream()
        .map(item -> item.path("queryId").asString())
        .toList();
  }

  /** What each signal says, in a language. */
  public Map<String, String> explanations(String language) {
    return Http.expect(200, Call.get(organisation, "/v1/log/signals")).list("/items").stream()
        .collect(
            Collectors.toMap(
                item -> item.path("signal").asString(),
                item -> item.path("text").path(language).asString("")));
  }

  /** Tells of professionals what two of the signals compare with. */
  public Call staff(Map<String, Object> professional) {
    return ask("/v1/log/staff", Map.of("items", List.of(professional)));
  }

  /** Withholds what is in a client's log of the organisation's register until today has passed. */
  public Call withhold(Client client, String ground) {
    return Call.create(
        organisation,
        "/v1/log/withholdings",
        Map.of("client", client.client(), "ground", ground, "until", Rights.today().toString()));
  }
}
