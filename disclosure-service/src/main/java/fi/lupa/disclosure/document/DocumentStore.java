package fi.lupa.disclosure.document;

import static fi.lupa.platform.sql.Rows.nullable;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.Sector;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.decision.Scope;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        insert into document select row.* from jsonb_populate_record(null::document, $1::jsonb) as row
        on conflict do nothing
        returning client_ref, document_oid, version)
      insert into document_content (client_ref, document_oid, version, bytes, signature)
      select client_ref, document_oid, version, $2, $3 from metadata
      """;

  /**
   * Of one reference the index gives a page in its order and never more than the page; so a client
   * who never had another identifier pays nothing for those who had. A common document that has the
   * same person twice, under two references, comes once.
   */
  private static final String REACH =
      "select %s "
          + DocumentRows.COLUMNS
          + """
          from document
          where client_ref %s
            and ($2::text is null or controller = $2)
            and ($3::text is null or controller <> $3)
            and (cardinality($4::text[]) = 0 or service_tasks && $4)
            and (cardinality($5::text[]) = 0 or service_tasks && $5)
            and (cardinality($6::text[]) = 0 or social_services && $6)
            and (cardinality($7::text[]) = 0 or document_type = any($7))
            and ($8::timestamptz is null or recorded_at >= $8)
            and ($9::timestamptz is null or recorded_at < $9)
            and (cardinality($10::text[]) = 0 or matters && $10)
            and (cardinality($11::text[]) = 0 or producer = any($11))
            and (cardinality($12::text[]) = 0 or document_oid = any($12))
            and ($13::boolean is null or (patient_data_group is not null) = $13)
          """;

  private static final String CURRENT =
      REACH
          + """
            and current
            and ($14::timestamptz is null or (sort_at, document_oid) < ($14, $15))
          order by sort_at desc, document_oid desc
          limit $16
          """;
  private static final String ALL =
      REACH
          + """
            and ($14::timestamptz is null or (sort_at, document_oid, version) < ($14, $15, $17))
          order by sort_at desc, document_oid desc, version desc
          limit $16
          """;
  private static final String CURRENT_OF_ONE = CURRENT.formatted("", "= $1");
  private static final String CURRENT_OF_SEVERAL =
      CURRENT.formatted("distinct on (sort_at, document_oid)", "= any($1)");
  private static final String ALL_OF_ONE = ALL.formatted("", "= $1");
  private static final String ALL_OF_SEVERAL =
      ALL.formatted("distinct on (sort_at, document_oid, version)", "= any($1)");
  private static final String CONTENT =
      """
      select c.document_oid, c.version, c.bytes
      from unnest($2::text[], $3::int[]) as wanted(document_oid, version)
      join document_content c on c.client_ref = any($1)
        and c.document_oid = wanted.document_oid and c.version = wanted.version
      """;

  private static final String WITH_PROTECTED =
      """
      select distinct d.document_oid
      from document d cross join lateral same_person(d.client_ref) as person
        join client_protection p on p.client_ref = person.ref
      where d.document_oid = any($1) and d.joined_on is not null
        and p.since <= $2 and (p.until is null or p.until >= $2)
      """;

  private final DatabaseClient db;
  private final DocumentRows rows;

  DocumentStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.rows = new DocumentRows(json);
  }

  /**
   * How a document came in.
   *
   * @param usageRight the right it was stored under, absent in one's own register
   * @param fingerprint tells the same upload from another
   * @param storeId the access that let it in
   * @param signature as received, absent without one
   */
  public record Source(
      @Nullable UUID usageRight,
      @Nullable Long rightVersion,
      byte[] sha256,
      byte[] fingerprint,
      UUID storeId,
      byte @Nullable [] signature) {}

  /**
   * Stores a version of a document; false when its identifier and version are taken.
   *
   * @param lead whether this client's row stands for the version: one of a common matter's does
   */
  public Mono<Boolean> insert(
      ClientRef client, Document document, Source source, boolean lead, byte[] content) {
    return db.sql(INSERT)
        .bind(0, rows.row(client, document, source, lead).toString())
        .bind(1, content)
        .bind(2, nullable(byte[].class, source.signature()))
        .fetch()
        .rowsUpdated()
        .map(inserted -> inserted == 1);
  }

  /**
   * The next documents of a client in reach and as filtered, newest first.
   *
   * @param refs all under which the client's documents stand
   */
  public Mono<List<Document>> page(
      Set<ClientRef> refs, Scope scope, DocumentFilter filter, @Nullable Place after, int limit) {
    boolean one = refs.size() == 1;
    DatabaseClient.GenericExecuteSpec page =
        filter.allVersions()
            ? db.sql(one ? ALL_OF_ONE : ALL_OF_SEVERAL)
                .bind(16, nullable(Integer.class, after == null ? null : after.version()))
            : db.sql(one ? CURRENT_OF_ONE : CURRENT_OF_SEVERAL);
    return page.bind(0, one ? refs.iterator().next().value() : values(refs))
        .bind(1, text(scope.controller()))
        .bind(2, text(scope.notController()))
        .bind(3, tasks(scope.serviceTasks()))
        .bind(4, tasks(filter.serviceTasks()))
        .bind(5, filter.socialServices().toArray(String[]::new))
        .bind(6, filter.documentTypes().toArray(String[]::new))
        .bind(7, instant(filter.recordedFrom()))
        .bind(8, instant(filter.recordedTo()))
        .bind(9, oids(filter.matters()))
        .bind(10, oids(filter.producers()))
        .bind(11, oids(filter.documents()))
        .bind(12, nullable(Boolean.class, patientData(scope)))
        .bind(13, instant(after == null ? null : after.sortAt()))
        .bind(14, text(after == null ? null : after.documentOid()))
        .bind(15, limit)
        .map(rows::document)
        .all()
        .collectList();
  }

  /** The bytes of some of a client's documents, each in its version. */
  public Mono<Map<Document.Id, byte[]>> contents(
      Set<ClientRef> refs, Collection<Document.Id> documents) {
    return db.sql(CONTENT)
        .bind(0, values(refs))
        .bind(1, documents.stream().map(id -> id.documentOid().value()).toArray(String[]::new))
        .bind(2, documents.stream().map(Document.Id::version).toArray(Integer[]::new))
        .map(row -> Map.entry(id(row), Rows.required(row, "bytes", byte[].class)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /**
   * Those of the documents that concern, or in an earlier version concerned, several clients one of
   * whom is under non-disclosure for personal safety. It isn't told which.
   */
  public Mono<Set<Oid>> withProtected(Set<Oid> documents, LocalDate today) {
    return db.sql(WITH_PROTECTED)
        .bind(0, oids(documents))
        .bind(1, today)
        .map(row -> new Oid(Rows.required(row, "document_oid", String.class)))
        .all()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static UUID[] values(Set<ClientRef> refs) {
    return refs.stream().map(ClientRef::value).toArray(UUID[]::new);
  }

  private static Document.Id id(Readable row) {
    return new Document.Id(
        new Oid(Rows.required(row, "document_oid", String.class)),
        Rows.required(row, "version", Integer.class));
  }

  private static @Nullable Boolean patientData(Scope scope) {
    return scope.source() == null ? null : scope.source() == Sector.HEALTH;
  }

  private static Parameter text(@Nullable Oid oid) {
    return nullable(String.class, oid == null ? null : oid.value());
  }

  private static Parameter instant(@Nullable Instant instant) {
    return nullable(
        OffsetDateTime.class,
        instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static String[] oids(Set<Oid> oids) {
    return oids.stream().map(Oid::value).toArray(String[]::new);
  }

  private static String[] tasks(Set<ServiceTask> tasks) {
    return tasks.stream().map(ServiceTask::name).sorted().toArray(String[]::new);
  }
}
