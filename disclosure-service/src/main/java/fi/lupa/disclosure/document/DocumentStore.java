package fi.lupa.disclosure.document;

import static fi.lupa.platform.sql.Rows.nullable;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.decision.Scope;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
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

  private static final String CONTENT =
      """
      select c.document_oid, c.version, c.bytes
      from unnest($2::text[], $3::int[]) as wanted(document_oid, version)
      join document_content c on c.client_ref = any($1)
        and c.document_oid = wanted.document_oid and c.version = wanted.version
      """;

  private static final String WITH_PROTECTED =
      """
      select distinct common.document_oid
      from (
        select document_oid, client_ref from document where document_oid = any($1) and joined_on is not null
        union
        select document_oid, client_ref from destroyed_document where document_oid = any($1)) common
        cross join lateral same_person(common.client_ref) as person
        join client_protection p on p.client_ref = person.ref
      where p.since <= $2 and (p.until is null or p.until >= $2)
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
    PageStatement page = PageStatement.of(refs, scope, filter, after, limit);
    DatabaseClient.GenericExecuteSpec statement = db.sql(page.sql());
    for (int i = 0; i < page.values().size(); i++) {
      statement = statement.bind(i, page.values().get(i));
    }
    return statement.map(rows::document).all().collectList();
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
   * whom is under non-disclosure for personal safety, also when that one's part was destroyed. It
   * isn't told which.
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

  private static String[] oids(Set<Oid> oids) {
    return oids.stream().map(Oid::value).toArray(String[]::new);
  }
}
