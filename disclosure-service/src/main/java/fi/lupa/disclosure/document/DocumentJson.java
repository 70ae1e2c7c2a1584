package fi.lupa.disclosure.document;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A document's metadata as members of a JSON object, the same as Jackson makes of the record: it
 * asks each of the forty members by reflection, which was a tenth of what a query of twenty
 * documents cost.
 */
public final class DocumentJson {
  private DocumentJson() {}

  /** Writes the members into the object that is open; what is null is left out. */
  public static void writeMembers(Document document, JsonGenerator json) {
    text(json, "documentOid", document.documentOid().value());
    text(json, "versionOid", document.versionOid().value());
    json.writeNumberProperty("version", document.version());
    write(document.register(), json);
    write(document.chain(), json);
    write(document.form(), json);
    texts(json, "serviceTasks", document.serviceTasks());
    texts(json, "socialServices", document.socialServices());
    texts(json, "matters", document.matters());
    json.writeObjectPropertyStart("title");
    text(json, "fi", document.title().fi());
    text(json, "sv", document.title().sv());
    text(json, "en", document.title().en());
    json.writeEndObject();
    json.writeObjectPropertyStart("author");
    text(json, "name", document.author().name());
    text(json, "title", document.author().title());
    text(json, "unit", document.author().unit());
    json.writeEndObject();
    write(document.handling(), json);
    write(document.signature(), json);
    text(json, "recordedAt", document.recordedAt());
    text(json, "storedAt", document.storedAt());
    Standing standing = document.standing();
    text(json, "status", standing.status());
    text(json, "voidedAt", standing.voidedAt());
    text(json, "voidReason", standing.voidReason());
  }

  private static void write(Register register, JsonGenerator json) {
    text(json, "controller", register.controller());
    text(json, "controllerKind", register.controllerKind());
    text(json, "registerCode", register.registerCode());
  }

  private static void write(Chain chain, JsonGenerator json) {
    text(json, "processingGround", chain.processingGround());
    text(json, "unit", chain.unit());
    text(json, "organiserUnit", chain.organiserUnit());
    text(json, "producer", chain.producer());
    text(json, "producerUnit", chain.producerUnit());
    text(json, "subcontractor", chain.subcontractor());
    text(json, "subcontractorUnit", chain.subcontractorUnit());
  }

  private static void write(Form form, JsonGenerator json) {
    text(json, "documentType", form.documentType());
    text(json, "schemaOid", form.schemaOid());
    text(json, "mediaType", form.mediaType());
    text(json, "language", form.language());
    json.writeNumberProperty("contentBytes", form.contentBytes());
  }

  private static void write(Handling handling, JsonGenerator json) {
    text(json, "phase", handling.phase());
    json.writeBooleanProperty("old", handling.old());
    text(json, "retentionClass", handling.retentionClass());
    text(json, "validTo", handling.validTo());
    text(json, "clientDied", handling.clientDied());
    json.writeObjectPropertyStart("showToClient");
    text(json, "when", handling.showToClient().when());
    text(json, "until", handling.showToClient().until());
    text(json, "reason", handling.showToClient().reason());
    json.writeEndObject();
    text(json, "secrecy", handling.secrecy());
    text(json, "specialCategory", handling.specialCategory());
    text(json, "patientDataGroup", handling.patientDataGroup());
  }

  private static void write(Signature signature, JsonGenerator json) {
    json.writeObjectPropertyStart("signature");
    text(json, "state", signature.state());
    text(json, "type", signature.type());
    text(json, "signedBy", signature.signedBy());
    text(json, "signedAt", signature.signedAt());
    text(json, "reason", signature.reason());
    json.writeEndObject();
  }

  /** Of texts, OIDs, names of enums, instants and days. */
  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(
          name, value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
  }

  private static void texts(JsonGenerator json, String name, Collection<?> values) {
    json.writeArrayPropertyStart(name);
    for (Object value : values) {
      json.writeString(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
    json.writeEndArray();
  }
}
