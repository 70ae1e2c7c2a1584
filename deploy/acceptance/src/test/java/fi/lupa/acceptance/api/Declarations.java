package fi.lupa.acceptance.api;

import java.util.List;
import java.util.Map;

/** Informings, permits and prohibitions. */
public final class Declarations {
  private static final String TEXT = "2026-1";

  private Declarations() {}

  /** A county's professional records a declaration. */
  public static Map<String, Object> recorder() {
    return Map.of(
        "unit", Organisation.NORTH.unit(),
        "professional",
            Map.of("id", "90000001", "name", Secrets.PROFESSIONAL, "role", "sosiaalityöntekijä"));
  }

  /** The county informs. */
  public static Call inform(Client client) {
    return Call.create(
        Organisation.NORTH,
        "/v1/informings",
        Map.of(
            "client",
            client.client(),
            "textVersion",
            TEXT,
            "language",
            "fi",
            "recorder",
            recorder()));
  }

  /** The citizen permits disclosures inside social care. */
  public static Call permitSocialCare(Person person) {
    return Call.create(
        person,
        "/v1/my/permits",
        Map.of("kind", "SOCIAL_CARE", "decision", "GIVEN", "textVersion", TEXT));
  }

  /** The citizen permits public health care to see one service task. */
  public static Call permitHealthCare(Person person, String task) {
    return Call.create(
        person,
        "/v1/my/permits",
        Map.of(
            "kind",
            "SOCIAL_TO_HEALTH",
            "decision",
            "GIVEN",
            "textVersion",
            TEXT,
            "targets",
            List.of(
                Map.of(
                    "recipient", Map.of("type", "PUBLIC_HEALTH_CARE"),
                    "serviceTasks", List.of(task)))));
  }

  /** The citizen permits public social care to see one group of patient data. */
  public static Call permitPatientData(Person person, String group) {
    return Call.create(
        person,
        "/v1/my/permits",
        Map.of(
            "kind",
            "HEALTH_TO_SOCIAL",
            "decision",
            "GIVEN",
            "textVersion",
            TEXT,
            "targets",
            List.of(
                Map.of(
                    "recipient", Map.of("type", "PUBLIC_SOCIAL_CARE"),
                    "dataGroups", List.of(group)))));
  }

  /** The citizen withdraws a permit. */
  public static Call withdraw(Person person, String id, String etag) {
    return Call.of("POST", "/v1/my/permits/" + id + "/withdrawal").as(person).ifMatch(etag);
  }

  /** The citizen prohibits a service task. */
  public static Call prohibitTask(Person person, String task) {
    return prohibit(person, Map.of("type", "SERVICE_TASK", "serviceTask", task));
  }

  /** The citizen finds a document in the own list and prohibits it. */
  public static Call prohibitDocument(Person person, Document document) {
    return prohibit(person, Map.of("type", "DOCUMENT", "document", reference(person, document)));
  }

  /** By what the citizen knows a document. */
  public static String reference(Person person, Document document) {
    return Http.expect(200, Call.get(person, "/v1/my/documents?limit=200")).list("/items").stream()
        .filter(item -> item.at("/title/fi").asString().equals(document.title()))
        .map(item -> item.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  /** The county records that a client prohibits a document, by its OID. */
  public static Call recordProhibition(Client client, Document document) {
    return Call.create(
        Organisation.NORTH,
        "/v1/prohibitions",
        Map.of(
            "client",
            client.client(),
            "target",
            Map.of("type", "DOCUMENT", "document", document.oid()),
            "recorder",
            recorder()));
  }

  private static Call prohibit(Person person, Map<String, Object> target) {
    return Call.create(person, "/v1/my/prohibitions", Map.of("target", target));
  }

  /** The citizen reads the own prohibitions. */
  public static Call prohibitions(Person person) {
    return Call.get(person, "/v1/my/prohibitions");
  }
}
