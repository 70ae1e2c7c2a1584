package fi.lupa.audit.mylog.export;

import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.tree.EntryProof;
import fi.lupa.audit.tree.SignedCheckpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        + checkpoint(cover.checkpoint())
        + ",\"items\":[\n";
  }

  /** Before the entries, so that a reader can check each proof as it comes. */
  private String checkpoint(@Nullable SignedCheckpoint checkpoint) {
    return checkpoint == null
        ? ""
        : ",\"checkpoint\":" + json.writeValueAsString(checkpoint.note());
  }

  @Override
  public String between() {
    return ",\n";
  }

  @Override
  public boolean proves() {
    return true;
  }

  @Override
  public String entry(LogEntry entry, Cover cover, @Nullable EntryProof proof) {
    ObjectNode written = json.valueToTree(entry);
    if (proof != null) {
      written.set("proof", json.valueToTree(proof));
    }
    return json.writeValueAsString(written);
  }

  @Override
  public String tail() {
    return "\n]}\n";
  }
}
