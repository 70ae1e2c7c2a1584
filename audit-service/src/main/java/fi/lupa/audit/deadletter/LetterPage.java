package fi.lupa.audit.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of dead letters, the last that came first. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LetterPage(List<Letter> items, @Nullable String next) {}
