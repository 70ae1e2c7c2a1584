package fi.lupa.authorization.usageright;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.PurchaseForm;
import fi.lupa.contracts.RightEndReason;
import fi.lupa.contracts.RightPower;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Purchase;
import fi.lupa.contracts.event.UsageRightChanged.Subcontractor;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of table {@code usage_right} as rights. */
public final class UsageRightRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

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
        endReason(row),
        powers(row),
        purchase(row),
        subcontractors(row),
        optional(row, "start_set_at", Instant.class));
  }

  public static Set<RightPower> powers(Readable row) {
    return Arrays.stream(required(row, "powers", String[].class))
        .map(RightPower::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RightPower.class)));
  }

  public static @Nullable Purchase purchase(Readable row) {
    String form = optional(row, "purchase_form", String.class);
    return form == null
        ? null
        : new Purchase(
            PurchaseForm.valueOf(form),
            optional(row, "purchase_contract", String.class),
            optional(row, "purchase_decision", String.class));
  }

  public static List<Subcontractor> subcontractors(Readable row) {
    return JSON.readValue(
        required(row, "subcontractors", Json.class).asString(), new TypeReference<>() {});
  }

  /** Many rights, for {@code jsonb_to_recordset}: the members of {@link UsageRight}. */
  public static String recordset(Collection<UsageRight> rights) {
    return JSON.writeValueAsString(rights);
  }

  /** For column subcontractors. */
  public static Json json(List<Subcontractor> subcontractors) {
    return Json.of(JSON.writeValueAsString(subcontractors));
  }

  public static Oid oid(Readable row, String column) {
    return new Oid(required(row, column, String.class));
  }

  public static @Nullable RightEndReason endReason(Readable row) {
    String reason = optional(row, "end_reason", String.class);
    return reason == null ? null : RightEndReason.valueOf(reason);
  }
}
