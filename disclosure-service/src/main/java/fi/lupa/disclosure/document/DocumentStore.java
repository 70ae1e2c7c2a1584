package fi.lupa.disclosure.document;

import static fi.lupa.platform.sql.Rows.nullable;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.Scope;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Documents in PostgreSQL: metadata in one table, bytes in another. */
@Repository
public class DocumentStore {
  private static final String INSERT =
      """
      with metadata as (
        insert into document (client_ref, document_oid, version, version_oid, controller, producer, unit,
          usage_right_id, usage_right_version, document_type, schema_oid, media_type, service_tasks,
          social_services, title, author, language, recorded_at, stored_at, content_bytes, content_sha256,
          subcontractor)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::jsonb, $16::jsonb, $17,
          $18, $19, $20, $21, $23)
        on conflict do nothing
        returning client_ref, document_oid, version)
      insert into document_content (client_ref, document_oid, version, bytes)
      select client_ref, document_oid, version, $22 from metadata
      """;
  private static final String PAGE =
      """
      select document_oid, version_oid, version, controller, producer, subcontractor, unit, document_type,
        schema_oid, media_type, service_tasks, social_services, title::text as title, author::text as author,
        language, recorded_at, stored_at, content_bytes
      from document
      where client_ref = $1
        and ($2::text is null or controller = $2)
        and ($3::text is null or controller <> $3)
        and (cardinality($4::text[]) = 0 or service_tasks && $4)
        and (cardinality($5::text[]) = 0 or service_tasks && $5)
        and (cardinality($6::text[]) = 0 or social_services && $6)
        and (cardinality($7::text[]) = 0 or document_type = any($7))
        and ($8::timestamptz is null or recorded_at >= $8)
        and ($9::timestamptz is null or recorded_at < $9)
        and ($10::timestamptz is null or (recorded_at, document_oid) < ($10, $11))
      order by recorded_at desc, document_oid desc
      limit $12
      """;
  private static final String CONTENT =
      """
      select document_oid, bytes from document_content
      where client_ref = $1 and document_oid = any($2) and version = 1
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  DocumentStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Under which usage right, in which version, a document was stored. */
  public record StoredUnder(UUID usageRight, long version) {}

  /** A document's bytes as received, with their SHA-256. */
  public record Content(byte[] bytes, byte[] sha256) {}

  /** Stores a document; false when its identifier is taken. */
  public Mono<Boolean> insert(
      ClientRef client, Document document, @Nullable StoredUnder right, Content content) {
    return db.sql(INSERT)
        .bind(0, client.value())
        .bind(1, document.documentOid().value())
        .bind(2, document.version())
        .bind(3, document.versionOid().value())
        .bind(4, document.controller().value())
        .bind(5, text(document.producer()))
        .bind(6, document.unit().value())
        .bind(7, nullable(UUID.class, right == null ? null : right.usageRight()))
        .bind(8, nullable(Long.class, right == null ? null : right.version()))
        .bind(9, document.documentType())
        .bind(10, nullable(String.class, document.schemaOid()))
        .bind(11, document.mediaType())
        .bind(12, tasks(document.serviceTasks()))
        .bind(13, document.socialServices().toArray(String[]::new))
        .bind(14, json.writeValueAsString(document.title()))
        .bind(15, json.writeValueAsString(document.author()))
        .bind(16, document.language())
        .bind(17, utc(document.recordedAt()))
        .bind(18, utc(document.storedAt()))
        .bind(19, document.contentBytes())
        .bind(20, content.sha256())
        .bind(21, content.bytes())
        .bind(22, text(document.subcontractor()))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** The next documents of a client in reach and as filtered, newest first. */
  public Mono<List<Document>> page(
      ClientRef client, Scope scope, DocumentFilter filter, @Nullable Place after, int limit) {
    return db.sql(PAGE)
        .bind(0, client.value())
        .bind(1, text(scope.controller()))
        .bind(2, text(scope.notController()))
        .bind(3, tasks(scope.serviceTasks()))
        .bind(4, tasks(filter.serviceTasks()))
        .bind(5, filter.socialServices().toArray(String[]::new))
        .bind(6, filter.documentTypes().toArray(String[]::new))
        .bind(7, instant(filter.recordedFrom()))
        .bind(8, instant(filter.recordedTo()))
        .bind(9, instant(after == null ? null : after.recordedAt()))
        .bind(10, text(after == null ? null : after.documentOid()))
        .bind(11, limit)
        .map(this::document)
        .all()
        .collectList();
  }

  /** The bytes of some of a client's documents. */
  public Mono<Map<Oid, byte[]>> contents(ClientRef client, Collection<Oid> documents) {
    return db.sql(CONTENT)
        .bind(0, client.value())
        .bind(1, documents.stream().map(Oid::value).toArray(String[]::new))
        .map(row ->
            Map.entry(
                new Oid(Rows.required(row, "document_oid", String.class)),
                Rows.required(row, "bytes", byte[].class)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Document document(Readable row) {
    return new Document(
        oid(row, "document_oid"),
        oid(row, "version_oid"),
        Rows.required(row, "version", Integer.class),
        oid(row, "controller"),
        optionalOid(row, "producer"),
        optionalOid(row, "subcontractor"),
        oid(row, "unit"),
        Rows.required(row, "document_type", String.class),
        Rows.optional(row, "schema_oid", String.class),
        Rows.required(row, "media_type", String.class),
        Arrays.stream(Rows.required(row, "service_tasks", String[].class))
            .map(ServiceTask::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        Set.of(Rows.required(row, "social_services", String[].class)),
        json.readValue(Rows.required(row, "title", String.class), LocalizedText.class),
        json.readValue(Rows.required(row, "author", String.class), Document.Author.class),
        Rows.required(row, "language", String.class),
        Rows.required(row, "recorded_at", Instant.class),
        Rows.required(row, "stored_at", Instant.class),
        Rows.required(row, "content_bytes", Integer.class));
  }

  private static Oid oid(Readable row, String column) {
    return new Oid(Rows.required(row, column, String.class));
  }

  private static @Nullable Oid optionalOid(Readable row, String column) {
    String value = Rows.optional(row, column, String.class);
    return value == null ? null : new Oid(value);
  }

  private static Parameter text(@Nullable Oid oid) {
    return nullable(String.class, oid == null ? null : oid.value());
  }

  private static Parameter instant(@Nullable Instant instant) {
    return nullable(OffsetDateTime.class, instant == null ? null : utc(instant));
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String[] tasks(Set<ServiceTask> tasks) {
    return tasks.stream().map(ServiceTask::name).sorted().toArray(String[]::new);
  }
}
