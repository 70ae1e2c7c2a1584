package fi.lupa.authorization.usageright.batch;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.Oid;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch that was received whole.
 *
 * @param system the subject of the token of the organiser's system that sent it
 * @param lines how many lines with something in them
 * @param reached every line up to this number has its answer
 * @param effectiveTo record queries see what was done up to this line
 */
public record Batch(
    UUID id,
    Oid organiser,
    String system,
    BatchState state,
    int lines,
    int done,
    int refused,
    int invalid,
    int cancelled,
    int reached,
    int effectiveTo,
    Instant receivedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** A row of table {@code usage_right_batch}. */
  public static Batch of(Readable row) {
    return new Batch(
        required(row, "id", UUID.class),
        UsageRightRows.oid(row, "organiser"),
        required(row, "system", String.class),
        BatchState.valueOf(required(row, "state", String.class)),
        required(row, "lines", Integer.class),
        required(row, "done", Integer.class),
        required(row, "refused", Integer.class),
        required(row, "invalid", Integer.class),
        required(row, "cancelled", Integer.class),
        required(row, "reached", Integer.class),
        required(row, "effective_to", Integer.class),
        required(row, "received_at", Instant.class),
        optional(row, "started_at", Instant.class),
        optional(row, "finished_at", Instant.class));
  }

  /** Lines without outcome. */
  public int left() {
    return lines - done - refused - invalid - cancelled;
  }
}
