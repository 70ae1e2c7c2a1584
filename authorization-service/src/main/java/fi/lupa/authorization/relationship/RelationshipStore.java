package fi.lupa.authorization.relationship;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.authorization.clientlink.LinkedRefs;
import fi.lupa.authorization.usageright.UsageRight;
import fi.lupa.authorization.usageright.UsageRightId;
import fi.lupa.authorization.usageright.UsageRightRows;
import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which document's which version the rights follow. */
@Component
final class RelationshipStore {
  private static final String CLAIM =
      """
      insert into client_relationship (organiser, client_ref, document_oid, version, fingerprint, applied_at)
      values ($1, $2, $3, 0, '', $4)
      on conflict do nothing
      """;
  private static final String LOCK =
      """
      select client_ref, document_oid, version, fingerprint from client_relationship
      where organiser = $1 and (client_ref = $2 or document_oid = $3)
      order by client_ref
      for update
      """;
  private static final String LOCK_RIGHTS =
      """
      select r.*, f.document_oid from usage_right r
      left join client_relationship_right f on f.usage_right = r.id
      where r.client_ref in %s and r.organiser = $2
      order by r.id
      for update of r
      """
          .formatted(LinkedRefs.FOUND_BY.formatted("$1"));
  private static final String UNDER =
      """
      select client_ref from client_relationship
      where organiser = $1 and client_ref in %s
      order by document_oid <> $3, client_ref <> $2
      limit 1
      """
          .formatted(LinkedRefs.FOUND_BY.formatted("$2"));
  private static final String IS_OF =
      """
      select $2 = $1 or exists (select from unit where organisation = $1 and oid = $2) as mine
      """;
  private static final String FOLLOW =
      """
      insert into client_relationship_right (usage_right, document_oid)
      select unnest($1::uuid[]), $2
      on conflict (usage_right) do update set document_oid = excluded.document_oid
      """;
  private static final String ORIGIN =
      """
      insert into usage_right_origin (usage_right, version, document_oid, document_version)
      select changed.id, changed.version, $3, $4
      from unnest($1::uuid[], $2::bigint[]) as changed (id, version)
      """;
  private static final String APPLIED =
      """
      update client_relationship set document_oid = $3, version = $4, fingerprint = $5, applied_at = $6
      where organiser = $1 and client_ref = $2
      """;

  private final DatabaseClient db;

  RelationshipStore(DatabaseClient db) {
    this.db = db;
  }

  /** A right of the organiser, with the document that it follows, if it does. */
  record Following(UsageRight right, @Nullable Oid document) {}

  /** A right's new version. */
  record Made(UUID right, long version) {}

  /**
   * Under which of the client's pseudonyms the relationship was begun: its document's versions go
   * on there, also when the client got an identity code between two of them.
   */
  Mono<ClientRef> under(Oid organiser, ClientRef client, Oid document) {
    return db.sql(UNDER)
        .bind(0, organiser.value())
        .bind(1, client.value())
        .bind(2, document.value())
        .map(row -> new ClientRef(required(row, "client_ref", UUID.class)))
        .one()
        .defaultIfEmpty(client);
  }

  /**
   * What is known by the client or the document, one row at least, held until the transaction ends:
   * so two versions are applied one after the other.
   */
  Mono<List<AppliedVersion>> lock(Oid organiser, ClientRef client, Oid document, Instant now) {
    return db.sql(CLAIM)
        .bind(0, organiser.value())
        .bind(1, client.value())
        .bind(2, document.value())
        .bind(3, now)
        .then()
        .then(
            db.sql(LOCK)
                .bind(0, organiser.value())
                .bind(1, client.value())
                .bind(2, document.value())
                .map(row ->
                    new AppliedVersion(
                        new ClientRef(required(row, "client_ref", UUID.class)),
                        UsageRightRows.oid(row, "document_oid"),
                        required(row, "version", Long.class),
                        required(row, "fingerprint", byte[].class)))
                .all()
                .collectList());
  }

  /** All the organiser's rights to the client's documents, held until the transaction ends. */
  Mono<List<Following>> lockRights(Oid organiser, ClientRef client) {
    return db.sql(LOCK_RIGHTS)
        .bind(0, client.value())
        .bind(1, organiser.value())
        .map(row -> {
          String document = Rows.optional(row, "document_oid", String.class);
          return new Following(
              UsageRightRows.right(row), document == null ? null : new Oid(document));
        })
        .all()
        .collectList();
  }

  /** Whether the code names the organisation or a unit of it, closed ones too. */
  Mono<Boolean> isOf(Oid organisation, String code) {
    return db.sql(IS_OF)
        .bind(0, organisation.value())
        .bind(1, code)
        .map(row -> required(row, "mine", Boolean.class))
        .one();
  }

  Mono<Void> follow(Collection<UsageRightId> rights, Oid document) {
    return db.sql(FOLLOW)
        .bind(0, rights.stream().map(UsageRightId::value).toArray(UUID[]::new))
        .bind(1, document.value())
        .then();
  }

  Mono<Void> origin(Collection<Made> changes, Oid document, long version) {
    return db.sql(ORIGIN)
        .bind(0, changes.stream().map(Made::right).toArray(UUID[]::new))
        .bind(1, changes.stream().map(Made::version).toArray(Long[]::new))
        .bind(2, document.value())
        .bind(3, version)
        .then();
  }

  Mono<Void> applied(Oid organiser, AppliedVersion version, Instant now) {
    return db.sql(APPLIED)
        .bind(0, organiser.value())
        .bind(1, version.client().value())
        .bind(2, version.documentOid().value())
        .bind(3, version.version())
        .bind(4, version.fingerprint())
        .bind(5, now)
        .then();
  }
}
