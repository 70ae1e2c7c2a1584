package fi.lupa.consent.permit.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.lupa.consent.permit.PermitView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's permits, one per kind: so few that {@code next} is always null. */
record PermitList(
    List<PermitView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
