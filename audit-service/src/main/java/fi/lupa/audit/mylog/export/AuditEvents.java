package fi.lupa.audit.mylog.export;

import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.audit.entry.LogEntry.Kind;
import fi.lupa.contracts.Basis;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Outcome;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as FHIR R4 AuditEvents. What was disclosed follows IHE BALP's PrivacyDisclosure.Source:
 * the log is kept where the data went out, so no entry claims to be what a recipient saw.
 */
final class AuditEvents {
  static final String DISCLOSURE =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source";

  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private static final Set<Kind> GIVING =
      Set.of(Kind.ACCESS, Kind.BREAK_GLASS, Kind.DISCLOSURE_NOTICE);

  /** A log of social care without a name of its own. */
  private static final String ITSELF = "Lupa";

  private final JsonMapper json;
  private final Cover cover;

  AuditEvents(JsonMapper json, Cover cover) {
    this.json = json;
    this.cover = cover;
  }

  ObjectNode of(LogEntry entry) {
    ObjectNode event = json.createObjectNode();
    event.put("resourceType", "AuditEvent");
    event.put("id", entry.id().toString());
    boolean disclosed = disclosed(entry);
    if (disclosed) {
      event.putObject("meta").putArray("profile").add(DISCLOSURE);
    }
    event.put("language", cover.language());
    if (disclosed) {
      event.set("type", coding(DICOM, "110106", "Export"));
      event.putArray("subtype").add(coding(TERMINOLOGY + "iso-21089-lifecycle", "disclose", null));
    } else {
      event.set("type", coding(DICOM, "110110", "Patient Record"));
      event.putArray("subtype").add(json.createObjectNode().put("display", entry.kind().name()));
    }
    event.put("action", action(entry.kind()));
    event.put("recorded", entry.time().toString());
    event.put("outcome", entry.outcome() == Outcome.DENIED ? "4" : "0");
    event.put("outcomeDesc", entry.sentence());
    if (entry.purpose() != null) {
      event.putArray("purposeOfEvent").addObject().put("text", entry.purpose());
    }
    agents(event.putArray("agent"), entry, disclosed);
    event.putObject("source").set("observer", who(observer(entry)));
    entities(event.putArray("entity"), entry);
    return event;
  }

  /** Documents of one controller's register went to somebody else, through Lupa or not. */
  private static boolean disclosed(LogEntry entry) {
    return GIVING.contains(entry.kind())
        && entry.basis() == Basis.DISCLOSURE
        && entry.outcome() != Outcome.DENIED
        && !entry.documents().isEmpty();
  }

  private void agents(ArrayNode agents, LogEntry entry, boolean disclosed) {
    if (disclosed) {
      String told = entry.recipient();
      // whoever was told of by hand didn't ask Lupa
      agent(agents, "110153", "Source Role ID", observer(entry), told != null);
      String recipient = told == null ? organisation(entry) : told;
      agent(agents, "110152", "Destination Role ID", recipient, told == null);
    } else {
      ObjectNode agent = agents.addObject();
      agent.set("who", who(organisation(entry)));
      agent.put("requestor", true);
    }
  }

  /** The network is there because the profile wants it; the log tells no addresses. */
  private void agent(ArrayNode agents, String code, String display, String who, boolean requestor) {
    ObjectNode agent = agents.addObject();
    agent.putObject("type").putArray("coding").add(coding(DICOM, code, display));
    agent.set("who", who(who));
    agent.put("requestor", requestor);
    agent
        .putObject("network")
        .putArray("extension")
        .addObject()
        .put("url", ABSENT)
        .put("valueCode", "masked");
  }

  private void entities(ArrayNode entities, LogEntry entry) {
    ObjectNode patient = entities.addObject();
    patient.putObject("what").put("reference", "urn:uuid:" + cover.id()).put("type", "Patient");
    patient.set("type", coding(TERMINOLOGY + "audit-entity-type", "1", "Person"));
    patient.set("role", coding(TERMINOLOGY + "object-role", "1", "Patient"));
    entry.documents().forEach(documents -> entities.add(entity(documents)));
  }

  private ObjectNode entity(Documents documents) {
    ObjectNode entity = json.createObjectNode();
    entity.set("type", coding(TERMINOLOGY + "audit-entity-type", "2", "System Object"));
    entity.set("role", coding(TERMINOLOGY + "object-role", "3", "Report"));
    entity.put("name", documents.displayName());
    ArrayNode details = entity.putArray("detail");
    detail(details, "documentType", documents.documentType());
    detail(details, "count", Integer.toString(documents.count()));
    documents.serviceTasks().forEach(task -> detail(details, "serviceTask", task.code()));
    if (documents.controller() != null) {
      detail(details, "controller", documents.controller().in(cover.language()));
    }
    return entity;
  }

  private static void detail(ArrayNode details, String type, String value) {
    details.addObject().put("type", type).put("valueString", value);
  }

  private static String action(Kind kind) {
    return switch (kind) {
      case ACCESS,
          BREAK_GLASS,
          VISIBILITY_SEARCHED,
          REPRESENTATIVE_VIEWED,
          LOG_READ,
          DISCLOSURE_NOTICE ->
          "R";
      case DOCUMENT_STORED -> "C";
      case DOCUMENT_VOIDED,
          RIGHT,
          DECLARATION,
          REPRESENTATION,
          CLIENT_LINKED,
          BREAK_GLASS_REVIEWED,
          LOG_REQUEST ->
          "U";
      case DOCUMENT_DESTROYED, ERASED -> "D";
    };
  }

  /** The register that the data came from; where there is none, the log itself. */
  private String observer(LogEntry entry) {
    return entry.controllers().stream()
        .map(controller -> controller.in(cover.language()))
        .reduce((one, other) -> one + ", " + other)
        .orElse(ITSELF);
  }

  private String organisation(LogEntry entry) {
    LocalizedText name = entry.organisation();
    String unit = cover.in(entry.unit());
    return Objects.requireNonNullElse(cover.in(name), ITSELF)
        + (unit == null ? "" : " (" + unit + ")");
  }

  private ObjectNode who(String display) {
    return json.createObjectNode().put("display", display);
  }

  private ObjectNode coding(String system, String code, @Nullable String display) {
    ObjectNode coding = json.createObjectNode().put("system", system).put("code", code);
    if (display != null) {
      coding.put("display", display);
    }
    return coding;
  }
}
