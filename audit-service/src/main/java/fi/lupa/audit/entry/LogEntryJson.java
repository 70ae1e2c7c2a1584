package fi.lupa.audit.entry;

import fi.lupa.audit.entry.LogEntry.Documents;
import fi.lupa.audit.entry.LogEntry.Provision;
import fi.lupa.audit.entry.LogEntry.Task;
import fi.lupa.contracts.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * An entry as JSON, the same as Jackson makes of the record: it asks each member by reflection, and
 * a page has thousands.
 */
final class LogEntryJson extends ValueSerializer<LogEntry> {
  @Override
  public void serialize(LogEntry entry, JsonGenerator json, SerializationContext context) {
    json.writeStartObject();
    text(json, "id", entry.id());
    text(json, "time", entry.time());
    name(json, "kind", entry.kind());
    name(json, "outcome", entry.outcome());
    localized(json, "organisation", entry.organisation());
    localized(json, "unit", entry.unit());
    json.writeArrayPropertyStart("controllers");
    entry.controllers().forEach(controller -> localized(json, controller));
    json.writeEndArray();
    text(json, "purpose", entry.purpose());
    name(json, "basis", entry.basis());
    name(json, "ground", entry.ground());
    json.writeArrayPropertyStart("legalReferences");
    entry.legalReferences().forEach(provision -> write(provision, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("documents");
    entry.documents().forEach(documents -> write(documents, json));
    json.writeEndArray();
    text(json, "reasonCode", entry.reasonCode());
    text(json, "reason", entry.reason());
    text(json, "sentence", entry.sentence());
    nameIfAny(json, "source", entry.source());
    textIfAny(json, "wideSearch", entry.wideSearch());
    nameIfAny(json, "representative", entry.representative());
    json.writeEndObject();
  }

  private static void write(Provision provision, JsonGenerator json) {
    json.writeStartObject();
    text(json, "act", provision.act());
    textIfAny(json, "section", provision.section());
    text(json, "text", provision.text());
    json.writeEndObject();
  }

  private static void write(Documents documents, JsonGenerator json) {
    json.writeStartObject();
    text(json, "documentType", documents.documentType());
    text(json, "displayName", documents.displayName());
    json.writeArrayPropertyStart("serviceTasks");
    for (Task task : documents.serviceTasks()) {
      json.writeStartObject();
      text(json, "code", task.code());
      text(json, "name", task.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    localized(json, "controller", documents.controller());
    json.writeNumberProperty("count", documents.count());
    json.writeEndObject();
  }

  private static void localized(JsonGenerator json, String member, @Nullable LocalizedText text) {
    json.writeName(member);
    if (text == null) {
      json.writeNull();
    } else {
      localized(json, text);
    }
  }

  private static void localized(JsonGenerator json, LocalizedText text) {
    json.writeStartObject();
    text(json, "fi", text.fi());
    textIfAny(json, "sv", text.sv());
    textIfAny(json, "en", text.en());
    json.writeEndObject();
  }

  private static void name(JsonGenerator json, String member, @Nullable Enum<?> value) {
    text(json, member, value == null ? null : value.name());
  }

  private static void nameIfAny(JsonGenerator json, String member, @Nullable Enum<?> value) {
    textIfAny(json, member, value == null ? null : value.name());
  }

  /** Of texts, identifiers and instants. */
  private static void text(JsonGenerator json, String member, @Nullable Object value) {
    json.writeName(member);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }

  private static void textIfAny(JsonGenerator json, String member, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(member, value);
    }
  }
}
