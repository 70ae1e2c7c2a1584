package fi.lupa.disclosure.retention;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.retention.RetentionStore.Holder;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Finds documents that are due and removes them. */
@Repository
class DestructionStore {
  /** Sources last: other documents' times are counted from them. */
  private static final String NEXT =
      """
      select client_ref, document_oid, controller, last_day, source from document_due
      where last_day < $1
        and ($2::boolean is null or (source, last_day, client_ref, document_oid) > ($2, $3, $4, $5))
      order by source, last_day, client_ref, document_oid
      limit 1
      """;

  private static final String TRY_LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended($1::text || $2, 60)) as mine";

  /**
   * So that a new version can't be stored, nor one voided, while the document goes: whoever does
   * waits at the row of its first version.
   */
  private static final String HOLD =
      """
      select version from document where document_oid = $1 and version = 1 and lead for update
      """;

  private static final String HOLD_OWN =
      """
      select version from document where client_ref = $1 and document_oid = $2 order by version for update
      """;

  private static final String TOMBSTONE =
      """
      insert into destroyed_document (document_oid, client_ref, controller, versions, last_day, classes, destroyed_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;

  /** Answers are kept a week, so a document stored before that has none. */
  private static final String ANSWERS =
      """
      delete from idempotency
      where created_at > now() - interval '8 days' and position('"' || $2 || '"' in body) > 0
        and exists (
          select from document where client_ref = $1 and document_oid = $2
            and greatest(stored_at, voided_at) > now() - interval '8 days')
      """;

  private static final String CONTENT =
      "delete from document_content where client_ref = $1 and document_oid = $2";
  private static final String METADATA =
      """
      with due as (delete from document_due where client_ref = $1 and document_oid = $2)
      delete from document where client_ref = $1 and document_oid = $2
      """;

  /** Where the row that stood for a common matter's document went, another client's does. */
  private static final String LEAD =
      """
      update document d set lead = true
      where d.document_oid = $1 and not d.lead
        and not exists (
          select from document l where l.document_oid = $1 and l.version = d.version and l.lead)
        and d.client_ref = (
          select o.client_ref from document o
          where o.document_oid = $1 and o.version = d.version and not o.lead
          order by o.client_ref limit 1)
      """;

  private final DatabaseClient db;

  DestructionStore(DatabaseClient db) {
    this.db = db;
  }

  /** A document that is due, as a place among all that are. */
  record Candidate(Holder holder, String documentOid, LocalDate lastDay, boolean source) {}

  /** The next after a place of those whose last day is before today; empty when there is none. */
  Mono<Candidate> next(LocalDate today, @Nullable Candidate after) {
    return db.sql(NEXT)
        .bind(0, today)
        .bind(1, Rows.nullable(Boolean.class, after == null ? null : after.source()))
        .bind(2, Rows.nullable(LocalDate.class, after == null ? null : after.lastDay()))
        .bind(3, Rows.nullable(UUID.class, after == null ? null : after.holder().client().value()))
        .bind(4, Rows.nullable(String.class, after == null ? null : after.documentOid()))
        .map(DestructionStore::candidate)
        .one();
  }

  /** False when another instance counts or destroys there. */
  Mono<Boolean> tryLock(Holder holder) {
    return db.sql(TRY_LOCK)
        .bind(0, holder.client().value())
        .bind(1, holder.controller().value())
        .map(row -> required(row, "mine", Boolean.class))
        .one();
  }

  /** Keeps everyone else from the document's versions until the transaction ends. */
  Mono<Void> hold(Candidate candidate) {
    return db.sql(HOLD)
        .bind(0, candidate.documentOid())
        .fetch()
        .all()
        .then(of(HOLD_OWN, candidate).fetch().all().then());
  }

  /** Removes all there is of a document for one client; a tombstone stays. */
  Mono<Void> destroy(Candidate candidate, Kept document, Time.Until until, Instant now) {
    return db.sql(TOMBSTONE)
        .bind(0, candidate.documentOid())
        .bind(1, candidate.holder().client().value())
        .bind(2, candidate.holder().controller().value())
        .bind(3, document.versions())
        .bind(4, until.last())
        .bind(5, until.classes().toArray(String[]::new))
        .bind(6, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .then()
        .then(of(ANSWERS, candidate).then())
        .then(of(CONTENT, candidate).then())
        .then(of(METADATA, candidate).then())
        .then(db.sql(LEAD).bind(0, candidate.documentOid()).then());
  }

  private DatabaseClient.GenericExecuteSpec of(String sql, Candidate candidate) {
    return db.sql(sql)
        .bind(0, candidate.holder().client().value())
        .bind(1, candidate.documentOid());
  }

  private static Candidate candidate(Readable row) {
    return new Candidate(
        new Holder(
            new ClientRef(required(row, "client_ref", UUID.class)),
            new Oid(required(row, "controller", String.class))),
        required(row, "document_oid", String.class),
        required(row, "last_day", LocalDate.class),
        required(row, "source", Boolean.class));
  }
}
