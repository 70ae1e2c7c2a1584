package fi.lupa.disclosure.retention;

import static fi.lupa.platform.sql.Rows.nullable;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.retention.RetentionStore.Holder;
import fi.lupa.platform.web.Cursor;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a register's days for its controller; a document of several clients counts once a day. */
@Repository
class RetentionListStore {
  private static final String DUE =
      """
      select due.document_oid, due.last_day, due.classes, newest.document_type, newest.service_tasks,
        newest.version as versions
      from (
        select distinct on (last_day, document_oid) last_day, document_oid, client_ref, classes
        from document_due
        where controller = $1 and last_day <= $2 and ($3::date is null or (last_day, document_oid) > ($3, $4))
        order by last_day, document_oid
        limit $5) due
      cross join lateral (
        select document_type, service_tasks, version from document d
        where d.client_ref = due.client_ref and d.document_oid = due.document_oid
        order by version desc limit 1) newest
      order by due.last_day, due.document_oid
      """;
  private static final String HOLDERS =
      """
      select client_ref from document where document_oid = any($2) and lead and controller = $1
      union
      select client_ref from document where document_oid = any($2) and not lead and controller = $1
      """;
  private static final String DESTROYED =
      """
      select distinct on (document_oid) document_oid, versions, last_day, classes, destroyed_at
      from destroyed_document where controller = $1 and document_oid = any($2)
      order by document_oid, destroyed_at desc
      """;

  private final DatabaseClient db;

  RetentionListStore(DatabaseClient db) {
    this.db = db;
  }

  /** A place in the list: the day and the document last seen. */
  record Place(LocalDate lastDay, String documentOid) {
    static @Nullable Place parse(@Nullable String cursor) {
      if (cursor == null) {
        return null;
      }
      List<String> parts = Cursor.decode(cursor, 2);
      try {
        return new Place(LocalDate.parse(parts.get(0)), parts.get(1));
      } catch (DateTimeException e) {
        throw Cursor.invalid();
      }
    }

    String cursor() {
      return Cursor.encode(lastDay, documentOid);
    }
  }

  Mono<List<RetentionItem>> due(Oid controller, LocalDate until, @Nullable Place after, int limit) {
    return db.sql(DUE)
        .bind(0, controller.value())
        .bind(1, until)
        .bind(2, nullable(LocalDate.class, after == null ? null : after.lastDay()))
        .bind(3, nullable(String.class, after == null ? null : after.documentOid()))
        .bind(4, limit)
        .map(RetentionListStore::due)
        .all()
        .collectList();
  }

  /** Who the documents' clients are, as far as they are in the controller's register. */
  Flux<Holder> holders(Oid controller, Collection<Oid> documents) {
    return of(HOLDERS, controller, documents)
        .map(row -> new Holder(new ClientRef(required(row, "client_ref", UUID.class)), controller))
        .all();
  }

  /** The documents that were destroyed, for the client that they were destroyed for last. */
  Flux<RetentionItem> destroyed(Oid controller, Collection<Oid> documents) {
    return of(DESTROYED, controller, documents)
        .map(row ->
            new RetentionItem(
                required(row, "document_oid", String.class),
                null,
                null,
                required(row, "versions", Integer.class),
                required(row, "last_day", LocalDate.class),
                List.of(required(row, "classes", String[].class)),
                null,
                required(row, "destroyed_at", Instant.class)))
        .all();
  }

  private DatabaseClient.GenericExecuteSpec of(
      String sql, Oid controller, Collection<Oid> documents) {
    return db.sql(sql)
        .bind(0, controller.value())
        .bind(1, documents.stream().map(Oid::value).toArray(String[]::new));
  }

  private static RetentionItem due(Readable row) {
    return new RetentionItem(
        required(row, "document_oid", String.class),
        required(row, "document_type", String.class),
        Arrays.stream(required(row, "service_tasks", String[].class))
            .map(ServiceTask::valueOf)
            .collect(Collectors.toSet()),
        required(row, "versions", Integer.class),
        required(row, "last_day", LocalDate.class),
        List.of(required(row, "classes", String[].class)),
        null,
        null);
  }
}
