package fi.lupa.authorization.usageright.batch.read;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import com.fasterxml.jackson.annotation.JsonRawValue;
import fi.lupa.authorization.usageright.batch.Batch;
import fi.lupa.authorization.usageright.batch.LineOutcome;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a line.
 *
 * @param violations as JSON
 */
record LineAnswer(
    int line,
    @Nullable String ref,
    LineOutcome outcome,
    @Nullable String code,
    @JsonRawValue @Nullable String violations,
    @Nullable UUID id,
    @Nullable Long version,
    @Nullable Boolean effective,
    @Nullable String effectUrl) {

  static LineAnswer of(Readable row, Batch batch) {
    int line = required(row, "line", Integer.class);
    UUID right = optional(row, "usage_right", UUID.class);
    Long version = optional(row, "version", Long.class);
    boolean effective = line <= batch.effectiveTo();
    return new LineAnswer(
        line,
        optional(row, "ref", String.class),
        LineOutcome.valueOf(required(row, "outcome", String.class)),
        optional(row, "code", String.class),
        optional(row, "violations", String.class),
        right,
        version,
        right == null ? null : effective,
        right == null || effective
            ? null
            : "/v1/usage-rights/" + right + "/effect?version=" + version);
  }
}
