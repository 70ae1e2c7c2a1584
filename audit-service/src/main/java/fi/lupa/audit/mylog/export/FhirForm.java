package fi.lupa.audit.mylog.export;

import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.tree.EntryProof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A FHIR R4 Bundle of one Patient, who isn't named, and an AuditEvent for each entry. */
final class FhirForm implements Form {
  private final JsonMapper json;

  FhirForm(JsonMapper json) {
    this.json = json;
  }

  @Override
  public MediaType type() {
    return MediaType.parseMediaType("application/fhir+json");
  }

  @Override
  public String head(Cover cover) {
    return """
    {"resourceType":"Bundle","type":"collection","timestamp":%s,"language":"%s","entry":[
    {"fullUrl":"urn:uuid:%s","resource":{"resourceType":"Patient","language":"%s","active":true}}\
    """
        .formatted(
            json.writeValueAsString(cover.madeAt()),
            cover.language(),
            cover.id(),
            cover.language());
  }

  @Override
  public String between() {
    return "";
  }

  @Override
  public String entry(LogEntry entry, Cover cover, @Nullable EntryProof proof) {
    ObjectNode one = json.createObjectNode();
    one.put("fullUrl", "urn:uuid:" + entry.id());
    one.set("resource", new AuditEvents(json, cover).of(entry));
    return ",\n" + json.writeValueAsString(one);
  }

  @Override
  public String tail() {
    return "\n]}\n";
  }
}
