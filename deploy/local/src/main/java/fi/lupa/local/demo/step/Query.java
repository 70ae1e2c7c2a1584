package fi.lupa.local.demo.step;

import fi.lupa.local.demo.Answer;
import fi.lupa.local.demo.Json;
import fi.lupa.local.demo.Organisation;
import fi.lupa.local.demo.Story;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Bodies of record queries, and what their answers hold. */
final class Query {

  static final String PATH = "/v1/record-queries";

  private Query() {}

  /** Under the register usage right, with the documents themselves. */
  static Map<String, Object> underRight(Story story) {
    return Json.object(
        "client", story.client(),
        "basis", "REGISTER_USAGE_RIGHT",
        "controller", Organisation.COUNTY_NORTH.oid(),
        "serviceTasks", List.of("OLDER_PEOPLE"),
        "purpose", "SERVICE_PROVISION",
        "requester", requester(Organisation.PRODUCER, "Heikki Hoivanen", "PRIVATE_PROVISION"),
        "include", "CONTENT");
  }

  /** In the county's own register. */
  static Map<String, Object> ownRegister(Story story) {
    return Json.object(
        "client", story.client(),
        "basis", "OWN_REGISTER",
        "purpose", "GUIDANCE_SUPERVISION",
        "requester", requester(Organisation.COUNTY_NORTH, "Maija Mallikas", "WIDE_RESPONSIBILITY"),
        "relationship",
            Json.object("type", "OTHER_TASK", "explanation", "Hoivakodin palvelun valvonta"));
  }

  /** From other controllers' registers, by the client's permit. */
  static Map<String, Object> disclosureTo(
      Organisation recipient,
      Story story,
      String purpose,
      Map<String, Object> relationship,
      String role) {
    return Json.object(
        "client",
        story.client(),
        "basis",
        "DISCLOSURE",
        "ground",
        "PERMIT",
        "purpose",
        purpose,
        "requester",
        requester(recipient, "Sanna Suomela", role),
        "relationship",
        relationship);
  }

  /** The OIDs of the documents in an answer. */
  static Set<String> documents(Answer answer) {
    return answer
        .body()
        .path("documents")
        .valueStream()
        .map(document -> document.path("documentOid").asString())
        .collect(Collectors.toSet());
  }

  /** Whether every document of an answer came with its content. */
  static boolean allWithContent(Answer answer) {
    return answer
        .body()
        .path("documents")
        .valueStream()
        .map(document -> document.at("/content/text"))
        .allMatch(JsonNode::isString);
  }

  private static Map<String, Object> requester(
      Organisation organisation, String name, String role) {
    return Json.object(
        "unit", organisation.unit(),
        "professional", Json.object("id", "900-123", "name", name, "role", role));
  }
}
