package fi.lupa.authorization.usageright;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.ServiceTask;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of table {@code usage_right} as rights. */
public final class UsageRightRows {
  private UsageRightRows() {}

  public static UsageRight right(Readable row) {
    return new UsageRight(
        new UsageRightId(required(row, "id", UUID.class)),
        required(row, "version", Long.class),
        new ClientRef(required(row, "client_ref", UUID.class)),
        oid(row, "organiser"),
        oid(row, "producer"),
        oid(row, "producer_unit"),
        ServiceTask.valueOf(required(row, "service_task", String.class)),
        List.of(required(row, "social_services", String[].class)),
        required(row, "start_day", LocalDate.class),
        optional(row, "end_day", LocalDate.class),
        required(row, "granted_at", Instant.class),
        optional(row, "ended_at", Instant.class),
        endReason(row));
  }

  public static Oid oid(Readable row, String column) {
    return new Oid(required(row, column, String.class));
  }

  public static @Nullable RightEndReason endReason(Readable row) {
    String reason = optional(row, "end_reason", String.class);
    return reason == null ? null : RightEndReason.valueOf(reason);
  }
}
