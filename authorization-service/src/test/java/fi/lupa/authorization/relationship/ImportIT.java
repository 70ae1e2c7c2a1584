package fi.lupa.authorization.relationship;

import static fi.lupa.authorization.support.Calls.body;
import static fi.lupa.authorization.support.Calls.newKey;
import static fi.lupa.authorization.support.Calls.newOid;
import static fi.lupa.authorization.support.Calls.unit;
import static fi.lupa.authorization.support.RelationshipDocuments.block;
import static fi.lupa.authorization.support.RelationshipDocuments.document;
import static fi.lupa.authorization.support.RelationshipDocuments.task;

import fi.lupa.authorization.support.AuthorizationIT;
import fi.lupa.authorization.support.Calls.Answer;
import fi.lupa.authorization.support.Persons;
import fi.lupa.authorization.support.RelationshipDocuments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client, an organiser with a relationship document of that client, and producers. */
abstract class ImportIT extends AuthorizationIT {
  static final String DISABILITY = "20";
  static final String CHILD_PROTECTION = "10";

  final String client = Persons.newIdentityCode();
  final String documentOid = newOid();
  String organiser;
  String producer;
  String other;

  @BeforeEach
  void organisations() {
    organiser = calls.registered();
    producer = calls.registered();
    other = calls.registered();
  }

  /** A document of the client with blocks under the task of disability services. */
  ObjectNode blocks(ObjectNode... producers) {
    return document(client, unit(organiser, 1), task(DISABILITY, producers));
  }

  /** The producer's first unit, from today. */
  ObjectNode open(String... services) {
    return block(unit(producer, 1), TODAY, null, services);
  }

  ObjectNode request(long version, ObjectNode document) {
    return body(
        "client", Map.of("identityCode", client),
        "documentOid", documentOid,
        "version", version,
        "schemaOid", RelationshipDocuments.SCHEMA,
        "document", document);
  }

  Answer take(long version, ObjectNode document) {
    return send(request(version, document));
  }

  Answer send(ObjectNode request) {
    return send(request, newKey());
  }

  Answer send(ObjectNode request, String key) {
    return calls.post("/v1/client-relationships", organiser, request, "Idempotency-Key", key);
  }

  /** What came of each block: the change, of a refused one with its code. */
  static List<String> changes(Answer answer) {
    return answer
        .body()
        .path("items")
        .valueStream()
        .map(item ->
            item.path("change").asString()
                + (item.has("code") ? " " + item.path("code").asString() : ""))
        .toList();
  }

  static JsonNode item(Answer answer, int n) {
    return answer.body().path("items").path(n);
  }

  static String id(Answer answer, int n) {
    return item(answer, n).path("id").asString();
  }

  JsonNode read(String id) {
    return calls.get("/v1/usage-rights/" + id, organiser).body();
  }

  String state(String id) {
    return read(id).path("state").asString();
  }
}
