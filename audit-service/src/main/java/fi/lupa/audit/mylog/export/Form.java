package fi.lupa.audit.mylog.export;

import fi.lupa.audit.entry.LogEntry;
import java.util.List;
import org.springframework.http.MediaType;

/** A form that a log can be written in entry by entry: nothing before is needed for the next. */
interface Form {
  MediaType type();

  /** What stands before the first entry. */
  String head(Cover cover);

  /** What stands between two entries. */
  String between();

  String entry(LogEntry entry, Cover cover);

  /** What stands after the last entry. */
  String tail();

  default String entries(List<LogEntry> entries, Cover cover) {
    StringBuilder text = new StringBuilder();
    for (LogEntry entry : entries) {
      if (!text.isEmpty()) {
        text.append(between());
      }
      text.append(entry(entry, cover));
    }
    return text.toString();
  }
}
