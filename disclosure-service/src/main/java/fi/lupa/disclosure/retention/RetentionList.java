package fi.lupa.disclosure.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a search; {@code next} leads to the following one. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RetentionList(List<RetentionItem> items, @Nullable String next) {}
