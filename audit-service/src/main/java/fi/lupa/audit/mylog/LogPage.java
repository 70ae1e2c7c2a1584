package fi.lupa.audit.mylog;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.audit.coverage.Coverage;
import fi.lupa.audit.entry.LogEntry;
import fi.lupa.audit.withholding.Withholdings.Withheld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a log, newest entry first.
 *
 * @param next absent on the last page
 * @param withheld of the whole log, whatever part of it is asked for; absent on all pages but the
 *     first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LogPage(
    List<LogEntry> items,
    @Nullable String next,
    @Nullable List<Withheld> withheld,
    Coverage coverage) {}
