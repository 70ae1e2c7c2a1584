package fi.lupa.acceptance.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Queries for records and the stored decisions about them. */
public final class Records {
  /** Where queries go. */
  public static final String PATH = "/v1/record-queries";

  private Records() {}

  /** The producer asks under its right in the northern county's register. */
  public static Call underRight(Client client) {
    return ask(Organisation.PRODUCER, rightBody(client, 1));
  }

  /** The same for one service task only. */
  public static Call underRight(Client client, String task) {
    var body = rightBody(client, 1);
    body.put("serviceTasks", List.of(task));
    return ask(Organisation.PRODUCER, body);
  }

  /** The same by one of the producer's units. */
  public static Call underRight(Client client, int unit) {
    return ask(Organisation.PRODUCER, rightBody(client, unit));
  }

  private static Map<String, Object> rightBody(Client client, int unit) {
    var body = body(Organisation.PRODUCER, client, "REGISTER_USAGE_RIGHT", "SERVICE_PROVISION");
    body.put("controller", Organisation.NORTH.oid());
    body.put("requester", requester(Organisation.PRODUCER, unit));
    return body;
  }

  /** A county asks in its own register. */
  public static Call ownRegister(Organisation county, Client client) {
    var body = body(county, client, "OWN_REGISTER", "SERVICE_PLANNING");
    body.put("relationship", otherTask());
    return ask(county, body);
  }

  /** The same by somebody else who works there. */
  public static Call ownRegister(Organisation county, Client client, String id, String name) {
    var body = body(county, client, "OWN_REGISTER", "SERVICE_PLANNING");
    body.put("relationship", otherTask());
    Map<String, Object> professional = new HashMap<>(county.professional());
    professional.put("id", id);
    professional.put("name", name);
    body.put("requester", Map.of("unit", county.unit(), "professional", professional));
    return ask(county, body);
  }

  /** A county asks in its own register and claims that the client is its client. */
  public static Call claimed(Organisation county, Client client) {
    var body = body(county, client, "OWN_REGISTER", "SERVICE_PLANNING");
    body.put("relationship", Map.of("type", "CLIENT_RELATIONSHIP"));
    return ask(county, body);
  }

  /** What ties anyone to a client who has no relationship; nobody but a reviewer may see why. */
  static Map<String, Object> otherTask() {
    return Map.of("type", "OTHER_TASK", "explanation", "Valvonta " + Secrets.marker());
  }

  /** An organisation asks others' registers by the client's permit. */
  public static Call disclosure(Organisation recipient, Client client) {
    boolean health = recipient == Organisation.HOSPITAL;
    var body = body(recipient, client, "DISCLOSURE", health ? "CARE" : "NEED_ASSESSMENT");
    body.put("ground", "PERMIT");
    body.put(
        "relationship",
        health ? Map.of("type", "CARE_RELATIONSHIP", "id", "visit-2026-117") : otherTask());
    return ask(recipient, body);
  }

  /** A county asks health care's registers by the client's permit. */
  public static Call patientData(Organisation county, Client client) {
    var body = body(county, client, "DISCLOSURE", "NEED_ASSESSMENT");
    body.put("ground", "PERMIT");
    body.put("source", "HEALTH");
    body.put("relationship", otherTask());
    return ask(county, body);
  }

  /** An organisation asks others' registers to secure the client despite all. */
  public static Call secured(Organisation recipient, Client client) {
    var body = body(recipient, client, "DISCLOSURE", "NEED_ASSESSMENT");
    body.put("ground", "PROTECTION");
    body.put("relationship", Map.of("type", "CLIENT_RELATIONSHIP"));
    body.put("necessity", "CONFIRMED");
    body.put(
        "protection",
        Map.of(
            "reason", "EVIDENT_NEED_OF_CARE",
            "permit", "CANNOT_BE_HAD",
            "immediateCare", true,
            "explanation", "Henkilö löytyi tajuttomana kotoaan."));
    return ask(recipient, body);
  }

  /** Reads a decision back. */
  public static Call decision(Organisation reader, String id) {
    return Call.get(reader, PATH + "/" + id);
  }

  /** The documents of an answer with their contents. */
  public static Map<String, String> contents(Reply answer) {
    var contents = new TreeMap<String, String>();
    answer
        .list("/documents")
        .forEach(document ->
            contents.put(
                document.at("/documentOid").asString(), document.at("/content/text").asString("")));
    return contents;
  }

  /** The OIDs of an answer's documents. */
  public static Set<String> documents(Reply answer) {
    return answer.list("/documents").stream()
        .map(document -> document.at("/documentOid").asString())
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> body(
      Organisation asking, Client client, String basis, String purpose) {
    var body = new HashMap<String, Object>();
    body.put("client", client.client());
    body.put("basis", basis);
    body.put("purpose", purpose);
    body.put("requester", requester(asking, 1));
    body.put("include", "CONTENT");
    body.put("limit", 200);
    return body;
  }

  private static Map<String, Object> requester(Organisation asking, int unit) {
    return Map.of("unit", asking.unit(unit), "professional", asking.professional());
  }

  private static Call ask(Organisation asking, Map<String, Object> body) {
    return Call.post(asking, PATH, body);
  }
}
