package fi.lupa.audit.mylog;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.audit.coverage.Coverage;
import fi.lupa.audit.entry.LogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a log, newest entry first. {@code next} is absent on the last page. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LogPage(List<LogEntry> items, @Nullable String next, Coverage coverage) {}
