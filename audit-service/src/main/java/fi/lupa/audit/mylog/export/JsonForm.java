package fi.lupa.audit.mylog.export;

import fi.lupa.audit.entry.LogEntry;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** {@code LogExport} of {@code openapi/audit.yaml}. */
final class JsonForm implements Form {
  private final JsonMapper json;

  JsonForm(JsonMapper json) {
    this.json = json;
  }

  @Override
  public MediaType type() {
    return MediaType.APPLICATION_JSON;
  }

  @Override
  public String head(Cover cover) {
    return "{\"exportedAt\":"
        + json.writeValueAsString(cover.madeAt())
        + ",\"language\":\""
        + cover.language()
        + "\",\"coverage\":"
        + json.writeValueAsString(cover.coverage())
        + ",\"withheld\":"
        + json.writeValueAsString(cover.withheld())
        + ",\"items\":[\n";
  }

  @Override
  public String between() {
    return ",\n";
  }

  @Override
  public String entry(LogEntry entry, Cover cover) {
    return json.writeValueAsString(entry);
  }

  @Override
  public String tail() {
    return "\n]}\n";
  }
}
