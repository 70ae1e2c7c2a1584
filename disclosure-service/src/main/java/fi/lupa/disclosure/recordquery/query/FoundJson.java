package fi.lupa.disclosure.recordquery.query;

import fi.lupa.disclosure.document.DocumentJson;
import fi.lupa.disclosure.recordquery.query.RecordQueryAnswer.Found;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** A document of an answer as JSON, as Jackson would make it. */
final class FoundJson extends ValueSerializer<Found> {
  @Override
  public void serialize(Found found, JsonGenerator json, SerializationContext context) {
    json.writeStartObject();
    DocumentJson.writeMembers(found.document(), json);
    if (found.contactData() != null) {
      json.writeStringProperty("contactData", found.contactData().name());
    }
    if (found.content() != null) {
      json.writeObjectPropertyStart("content");
      json.writeStringProperty("mediaType", found.content().mediaType());
      json.writeStringProperty("text", found.content().text());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
