package fi.lupa.disclosure.retention;

import fi.lupa.contracts.Oid;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search as the contract's {@code RetentionSearch} schema describes it. */
record RetentionSearch(
    @Nullable LocalDate until,
    @Nullable Set<Oid> documents,
    @Nullable Integer limit,
    @Nullable String cursor) {}
