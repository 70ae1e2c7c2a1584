package fi.lupa.authorization.usageright.read;

import static fi.lupa.authorization.usageright.UsageRightRows.oid;
import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.usageright.ChangedBy;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.contracts.event.UsageRightChanged.Change;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a right and its history, for its parties only. */
@Component
final class UsageRightReadStore {
  private static final String FIND =
      """
      select * from usage_right r
      where id = $1 and ($2 in (organiser, producer)
        or exists (select from usage_right_subcontractor s where s.organisation = $2 and s.usage_right = r.id))
      """;
  private static final String VERSIONS =
      """
      select v.*, o.document_oid, o.document_version
      from usage_right_version v
      left join usage_right_origin o on o.usage_right = v.usage_right and o.version = v.version
      where v.usage_right = $1 and v.version < $2
        and ($4::text is null or subcontractors @> jsonb_build_array(jsonb_build_object('organisation', $4::text)))
      order by v.version desc
      limit $3
      """;

  private final DatabaseClient db;

  UsageRightReadStore(DatabaseClient db) {
    this.db = db;
  }

  /** Empty when there is no such right, or when the organisation isn't a party of it. */
  Mono<UsageRight> find(UsageRightId id, Oid party) {
    return db.sql(FIND).bind(0, id.value()).bind(1, party.value()).map(UsageRightRows::right).one();
  }

  /** Newest first, those before the given version; to a subcontractor those that name it. */
  Mono<List<UsageRightVersion>> versions(UsageRight right, Oid party, long before, int rows) {
    boolean all = party.equals(right.organiser()) || party.equals(right.producer());
    return db.sql(VERSIONS)
        .bind(0, right.id().value())
        .bind(1, before)
        .bind(2, rows)
        .bind(3, Rows.nullable(String.class, all ? null : party.value()))
        .map(row -> version(row).to(party, right))
        .all()
        .collectList();
  }

  private static UsageRightVersion version(Readable row) {
    return new UsageRightVersion(
        required(row, "version", Long.class),
        Change.valueOf(required(row, "change", String.class)),
        oid(row, "producer"),
        oid(row, "producer_unit"),
        ServiceTask.valueOf(required(row, "service_task", String.class)),
        List.of(required(row, "social_services", String[].class)),
        required(row, "start_day", LocalDate.class),
        optional(row, "end_day", LocalDate.class),
        optional(row, "ended_at", Instant.class),
        UsageRightRows.endReason(row),
        UsageRightRows.powers(row),
        UsageRightRows.purchase(row),
        UsageRightRows.subcontractors(row),
        required(row, "changed_at", Instant.class),
        changedBy(row),
        origin(row));
  }

  private static UsageRightVersion.@Nullable Origin origin(Readable row) {
    String document = optional(row, "document_oid", String.class);
    return document == null
        ? null
        : new UsageRightVersion.Origin(
            new Oid(document), required(row, "document_version", Long.class));
  }

  private static ChangedBy changedBy(Readable row) {
    String organisation = optional(row, "changed_by_organisation", String.class);
    return new ChangedBy(
        organisation == null ? null : new Oid(organisation),
        required(row, "changed_by_system", String.class));
  }
}
