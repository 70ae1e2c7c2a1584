package fi.lupa.disclosure.matter;

import static fi.lupa.platform.sql.Rows.nullable;
import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What relationship and case documents tell, in PostgreSQL beside the documents. */
@Repository
class MatterStore {
  /** The version that counts, with its bytes. */
  private static final String CURRENT =
      """
      select d.version, d.document_type, d.controller, d.recorded_at, d.client_died, c.bytes
      from document d join document_content c using (client_ref, document_oid, version)
      where d.client_ref = $1 and d.document_oid = $2 and d.current and d.media_type = 'application/json'
      """;

  private static final String FORGET =
      """
      with relationship as (
        delete from client_relationship where client_ref = $1 and document_oid = $2)
      delete from matter where client_ref = $1 and document_oid = $2
      """;
  private static final String RELATIONSHIP =
      """
      insert into client_relationship (client_ref, document_oid, version, controller, recorded_at, started, ended,
        old, born, died, non_disclosure, non_disclosure_until, data, surname, address_refs)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      """;
  private static final String MATTER =
      """
      insert into matter (client_ref, document_oid, version, controller, matter_oid, name, status, opened, closed,
        common, service_task, child_born)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """;

  private final DatabaseClient db;
  private final JsonMapper json;
  private final AddressRefs addresses;

  MatterStore(DatabaseClient db, JsonMapper json, AddressRefs addresses) {
    this.db = db;
    this.json = json;
    this.addresses = addresses;
  }

  /**
   * A document's current version.
   *
   * @param clientDied the client's death as told with it
   */
  record Current(
      ClientRef client,
      Oid document,
      int version,
      String documentType,
      Oid controller,
      Instant recordedAt,
      @Nullable LocalDate clientDied,
      byte[] bytes) {}

  /** Empty when the document has no version that counts, or none that is JSON. */
  Mono<Current> current(ClientRef client, Oid document) {
    return db.sql(CURRENT)
        .bind(0, client.value())
        .bind(1, document.value())
        .map(row -> current(client, document, row))
        .one();
  }

  private static Current current(ClientRef client, Oid document, Readable row) {
    return new Current(
        client,
        document,
        required(row, "version", Integer.class),
        required(row, "document_type", String.class),
        new Oid(required(row, "controller", String.class)),
        required(row, "recorded_at", Instant.class),
        Rows.optional(row, "client_died", LocalDate.class),
        required(row, "bytes", byte[].class));
  }

  /** Forgets what a document told. */
  Mono<Void> forget(ClientRef client, Oid document) {
    return db.sql(FORGET).bind(0, client.value()).bind(1, document.value()).then();
  }

  Mono<Void> insert(Current from, ClientRelationship told) {
    return db.sql(RELATIONSHIP)
        .bind(0, from.client().value())
        .bind(1, from.document().value())
        .bind(2, from.version())
        .bind(3, from.controller().value())
        .bind(4, OffsetDateTime.ofInstant(from.recordedAt(), ZoneOffset.UTC))
        .bind(5, day(told.started()))
        .bind(6, day(told.ended()))
        .bind(7, told.old())
        .bind(8, day(told.born()))
        .bind(9, day(from.clientDied()))
        .bind(10, told.nonDisclosure())
        .bind(11, day(told.nonDisclosureUntil()))
        .bind(12, Json.of(json.writeValueAsString(RelationshipParts.of(told))))
        .bind(13, nullable(String.class, told.surname()))
        .bind(14, told.addresses().stream().map(addresses::of).toArray(String[]::new))
        .then();
  }

  Mono<Void> insert(Current from, ClientMatter told) {
    return db.sql(MATTER)
        .bind(0, from.client().value())
        .bind(1, from.document().value())
        .bind(2, from.version())
        .bind(3, from.controller().value())
        .bind(4, told.matter())
        .bind(5, tree(told.name()))
        .bind(6, tree(told.status()))
        .bind(7, day(told.opened()))
        .bind(8, day(told.closed()))
        .bind(9, told.common())
        .bind(
            10,
            nullable(String.class, told.serviceTask() == null ? null : told.serviceTask().name()))
        .bind(11, day(told.childBorn()))
        .then();
  }

  private static Parameter day(@Nullable LocalDate day) {
    return nullable(LocalDate.class, day);
  }

  private Parameter tree(@Nullable Object value) {
    return nullable(Json.class, value == null ? null : Json.of(json.writeValueAsString(value)));
  }
}
