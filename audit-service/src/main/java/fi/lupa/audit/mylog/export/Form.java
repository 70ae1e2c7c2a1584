package fi.lupa.audit.mylog.export;

import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.tree.EntryProof;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A form that a log can be written in entry by entry: nothing before is needed for the next. */
interface Form {
  MediaType type();

  /** What stands before the first entry. */
  String head(Cover cover);

  /** What stands between two entries. */
  String between();

  /**
   * @param proof absent where the form has no place for it, or the entry isn't proved yet
   */
  String entry(LogEntry entry, Cover cover, @Nullable EntryProof proof);

  /** Whether entries are written with their proofs. */
  default boolean proves() {
    return false;
  }

  /** What stands after the last entry. */
  String tail();

  default String entries(List<LogEntry> entries, Cover cover, Map<UUID, EntryProof> proofs) {
    StringBuilder text = new StringBuilder();
    for (LogEntry entry : entries) {
      if (!text.isEmpty()) {
        text.append(between());
      }
      text.append(entry(entry, cover, proofs.get(entry.id())));
    }
    return text.toString();
  }
}
