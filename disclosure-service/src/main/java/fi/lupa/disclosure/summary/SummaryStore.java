package fi.lupa.disclosure.summary;

import static fi.lupa.platform.sql.Rows.optional;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.FinnishDays;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.document.Document;
import fi.lupa.disclosure.matter.ClientMatter.Coded;
import fi.lupa.disclosure.matter.RelationshipParts;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads what given documents tell of a client. */
@Repository
class SummaryStore {
  private static final String RELATIONSHIPS =
      """
      select controller, document_oid, version, started, ended, old, data::text as data,
        non_disclosure and (non_disclosure_until is null or non_disclosure_until >= $3) as non_disclosure
      from client_relationship
      where client_ref = any($1) and document_oid = any($2)
      order by old, started desc nulls last, document_oid
      """;
  private static final String MATTERS =
      """
      select controller, document_oid, version, matter_oid, name::text as name, status::text as status,
        opened, closed, common, service_task
      from matter
      where client_ref = any($1) and document_oid = any($2)
      order by closed is not null, opened desc nulls last, document_oid
      """;

  private final DatabaseClient db;
  private final Clock clock;
  private final JsonMapper json;

  SummaryStore(DatabaseClient db, Clock clock, JsonMapper json) {
    this.db = db;
    this.clock = clock;
    this.json = json;
  }

  /** Those in active use first, the newest first. */
  Mono<List<RelationshipPart>> relationships(Set<ClientRef> refs, Collection<Document> documents) {
    return of(RELATIONSHIPS, refs, documents)
        .bind(2, FinnishDays.dayOf(clock.instant()))
        .map(this::relationship)
        .all()
        .collectList();
  }

  /** Open ones first, the newest first. */
  Mono<List<MatterPart>> matters(Set<ClientRef> refs, Collection<Document> documents) {
    return of(MATTERS, refs, documents).map(this::matter).all().collectList();
  }

  private DatabaseClient.GenericExecuteSpec of(
      String sql, Set<ClientRef> refs, Collection<Document> documents) {
    return db.sql(sql)
        .bind(0, refs.stream().map(ClientRef::value).toArray(UUID[]::new))
        .bind(1, documents.stream().map(one -> one.documentOid().value()).toArray(String[]::new));
  }

  private RelationshipPart relationship(Readable row) {
    RelationshipParts parts =
        json.readValue(required(row, "data", String.class), RelationshipParts.class);
    return new RelationshipPart(
        oid(row, "controller"),
        oid(row, "document_oid"),
        required(row, "version", Integer.class),
        optional(row, "started", LocalDate.class),
        optional(row, "ended", LocalDate.class),
        required(row, "old", Boolean.class),
        required(row, "non_disclosure", Boolean.class),
        parts.units(),
        parts.ownWorkers(),
        parts.tasks());
  }

  private MatterPart matter(Readable row) {
    String task = optional(row, "service_task", String.class);
    return new MatterPart(
        oid(row, "controller"),
        oid(row, "document_oid"),
        required(row, "version", Integer.class),
        required(row, "matter_oid", String.class),
        coded(row, "name"),
        coded(row, "status"),
        optional(row, "opened", LocalDate.class),
        optional(row, "closed", LocalDate.class),
        required(row, "common", Boolean.class),
        task == null ? null : ServiceTask.valueOf(task));
  }

  private @Nullable Coded coded(Readable row, String column) {
    String text = optional(row, column, String.class);
    return text == null ? null : json.readValue(text, Coded.class);
  }

  private static Oid oid(Readable row, String column) {
    return new Oid(required(row, column, String.class));
  }
}
