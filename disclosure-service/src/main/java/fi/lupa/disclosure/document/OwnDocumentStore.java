package fi.lupa.disclosure.document;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
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

/** A client's current documents, for the client. */
@Repository
public class OwnDocumentStore {
  private static final String OWN =
      "select distinct on (sort_at, document_oid) "
          + DocumentRows.COLUMNS
          + """
          , exists (
              select from document other
              where other.document_oid = d.document_oid and other.joined_on is not null
                and other.client_ref <> all($1))
            or exists (
              select from destroyed_document gone
              where gone.document_oid = d.document_oid and gone.client_ref <> all($1)) as shared
          from document d
          where d.client_ref = any($1) and d.current
            and ($2::text is null or d.document_oid = $2)
            and ($3::timestamptz is null or (sort_at, document_oid) < ($3, $4))
          order by sort_at desc, document_oid desc
          limit $5
          """;

  private final DatabaseClient db;
  private final DocumentRows rows;

  OwnDocumentStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.rows = new DocumentRows(json);
  }

  /** The document last seen in a list. */
  public record Seen(Instant sortAt, Oid document) {}

  /**
   * The next of a client's documents, newest first.
   *
   * @param refs all under which the client's documents stand
   */
  public Mono<List<OwnDocument>> page(Set<ClientRef> refs, @Nullable Seen after, int limit) {
    return read(refs, null, after, limit);
  }

  /** One of them; empty when the client has no such document. */
  public Mono<OwnDocument> find(Set<ClientRef> refs, Oid document) {
    return read(refs, document, null, 1)
        .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
  }

  private Mono<List<OwnDocument>> read(
      Set<ClientRef> refs, @Nullable Oid document, @Nullable Seen after, int limit) {
    return db.sql(OWN)
        .bind(0, refs.stream().map(ClientRef::value).toArray(UUID[]::new))
        .bind(1, Rows.nullable(String.class, document == null ? null : document.value()))
        .bind(
            2,
            Rows.nullable(
                OffsetDateTime.class,
                after == null ? null : OffsetDateTime.ofInstant(after.sortAt(), ZoneOffset.UTC)))
        .bind(3, Rows.nullable(String.class, after == null ? null : after.document().value()))
        .bind(4, limit)
        .map(this::own)
        .all()
        .collectList();
  }

  private OwnDocument own(Readable row) {
    return new OwnDocument(rows.document(row), Rows.required(row, "shared", Boolean.class));
  }
}
