package fi.lupa.disclosure.document;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of documents in PostgreSQL. Acts on one document wait for each other at the row of
 * its first version, so these belong in a READ COMMITTED transaction: what is read after the wait
 * is what the other one left.
 */
@Repository
public class VersionStore {
  private static final String LOCK =
      """
      select version from document where document_oid = $1 and version = 1 and lead
      for no key update
      """;
  private static final String UNDER =
      """
      select client_ref from document
      where document_oid = $2 and version = 1 and (client_ref = $1
        or client_ref in (select former_ref from client_link where client_ref = $1 and linked))
      order by client_ref <> $1
      limit 1
      """;
  private static final String HISTORY =
      "select "
          + DocumentRows.COLUMNS
          + "from document where client_ref = $1 and document_oid = $2 order by version";
  private static final String NUMBERED =
      "select coalesce(max(version), 0) as version from document where document_oid = $1 and lead";
  private static final String REPEATED =
      "select store_id, "
          + DocumentRows.COLUMNS
          + "from document where client_ref = $1 and document_oid = $2 and fingerprint = $3";
  private static final String SUPERSEDE =
      """
      update document set current = false
      where client_ref = $1 and document_oid = $2 and current
      """;
  private static final String VOID =
      """
      update document set current = false, voided_at = $4, void_reason = $5
      where client_ref = $1 and document_oid = $2 and version = any($3) and voided_at is null
      """;
  private static final String RESTORE =
      """
      update document set current = true
      where client_ref = $1 and document_oid = $2 and version = (
        select max(version) from document where client_ref = $1 and document_oid = $2 and voided_at is null)
      """;

  private final DatabaseClient db;
  private final DocumentRows rows;

  VersionStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.rows = new DocumentRows(json);
  }

  /** A version as it was let in. */
  public record Stored(Document document, UUID storeId) {}

  /**
   * Under which of the client's references a document stands: its versions stay together, also when
   * the client got an identity code between two of them. The client's own when it doesn't exist.
   */
  public Mono<ClientRef> under(ClientRef client, Oid document) {
    return db.sql(UNDER)
        .bind(0, client.value())
        .bind(1, document.value())
        .map(row -> new ClientRef(Rows.required(row, "client_ref", UUID.class)))
        .one()
        .defaultIfEmpty(client);
  }

  /** Waits for other acts on the document, then reads what it is to this client. */
  public Mono<History> locked(ClientRef client, Oid document) {
    return db.sql(LOCK)
        .bind(0, document.value())
        .fetch()
        .first()
        .then(
            db.sql(HISTORY)
                .bind(0, client.value())
                .bind(1, document.value())
                .map(rows::document)
                .all()
                .collectList())
        .map(History::new);
  }

  /** The newest version's number, whoever's it is; 0 when there is none. */
  public Mono<Integer> newest(Oid document) {
    return db.sql(NUMBERED)
        .bind(0, document.value())
        .map(row -> Rows.required(row, "version", Integer.class))
        .one();
  }

  /** The version that the same upload became before. */
  public Mono<Stored> repeated(ClientRef client, Oid document, byte[] fingerprint) {
    return db.sql(REPEATED)
        .bind(0, client.value())
        .bind(1, document.value())
        .bind(2, fingerprint)
        .map(row -> new Stored(rows.document(row), Rows.required(row, "store_id", UUID.class)))
        .first();
  }

  /** Lets the current version make room for the next. */
  public Mono<Void> supersede(ClientRef client, Oid document) {
    return db.sql(SUPERSEDE).bind(0, client.value()).bind(1, document.value()).then();
  }

  /** Voids versions; of those that are left the newest is current. */
  public Mono<Void> voided(
      ClientRef client, Oid document, Collection<Integer> versions, Instant at, String reason) {
    return db.sql(VOID)
        .bind(0, client.value())
        .bind(1, document.value())
        .bind(2, versions.toArray(Integer[]::new))
        .bind(3, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .bind(4, reason)
        .then()
        .then(db.sql(RESTORE).bind(0, client.value()).bind(1, document.value()).then());
  }
}
