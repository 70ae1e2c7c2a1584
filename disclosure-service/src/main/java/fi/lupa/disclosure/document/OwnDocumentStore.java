package fi.lupa.disclosure.document;

import fi.lupa.contracts.ClientRef;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client's current documents by identifiers that tell nothing: a hash over the client's
 * reference, which nobody outside knows, and the document's OID.
 */
@Repository
public class OwnDocumentStore {
  private static final String OWN =
      "select distinct on (sort_at, own_id) own_id, "
          + DocumentRows.COLUMNS
          + """
          , exists (
              select from document other
              where other.document_oid = d.document_oid and other.joined_on is not null
                and other.client_ref <> all($1)) as shared
          from document d
            cross join lateral (
              select encode(substring(sha256(convert_to($2 || ' ' || d.document_oid, 'UTF8')) from 1 for 16), 'hex')::uuid
                as own_id) as own
          where d.client_ref = any($1) and d.current
            and ($3::uuid is null or own_id = $3)
            and ($4::timestamptz is null or (sort_at, own_id) < ($4, $5::uuid))
          order by sort_at desc, own_id desc
          limit $6
          """;

  private final DatabaseClient db;
  private final DocumentRows rows;

  OwnDocumentStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.rows = new DocumentRows(json);
  }

  /** The document last seen in a list. */
  public record Seen(Instant sortAt, UUID id) {}

  /**
   * The next of a client's documents, newest first.
   *
   * @param refs all under which the client's documents stand
   * @param client the reference that the identifiers are made with
   */
  public Mono<List<OwnDocument>> page(
      Set<ClientRef> refs, ClientRef client, @Nullable Seen after, int limit) {
    return read(refs, client, null, after, limit);
  }

  /** One of them; empty when there is none by that identifier. */
  public Mono<OwnDocument> find(Set<ClientRef> refs, ClientRef client, UUID id) {
    return read(refs, client, id, null, 1).flatMap(found -> Mono.justOrEmpty(first(found)));
  }

  private static @Nullable OwnDocument first(List<OwnDocument> found) {
    return found.isEmpty() ? null : found.getFirst();
  }

  private Mono<List<OwnDocument>> read(
      Set<ClientRef> refs, ClientRef client, @Nullable UUID id, @Nullable Seen after, int limit) {
    return db.sql(OWN)
        .bind(0, refs.stream().map(ClientRef::value).toArray(UUID[]::new))
        .bind(1, client.toString())
        .bind(2, Rows.nullable(UUID.class, id))
        .bind(
            3,
            Rows.nullable(
                OffsetDateTime.class,
                after == null ? null : OffsetDateTime.ofInstant(after.sortAt(), ZoneOffset.UTC)))
        .bind(4, Rows.nullable(UUID.class, after == null ? null : after.id()))
        .bind(5, limit)
        .map(this::own)
        .all()
        .collectList();
  }

  private OwnDocument own(Readable row) {
    return new OwnDocument(
        Rows.required(row, "own_id", UUID.class),
        rows.document(row),
        Rows.required(row, "shared", Boolean.class));
  }
}
