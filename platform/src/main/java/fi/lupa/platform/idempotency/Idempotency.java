package fi.lupa.platform.idempotency;

import fi.lupa.platform.client.ClientRefs;
import fi.lupa.platform.problem.Problem;
import fi.lupa.platform.sql.Rows;
import fi.lupa.platform.web.IdempotencyKey;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does an act once per key and owner. The key is claimed in the act's own transaction: a second
 * request with the same key waits for the first to commit, then gets its answer; a first that fails
 * leaves no trace. Keys are kept for {@link IdempotencyCleaner#KEPT}.
 */
public final class Idempotency {
  private static final String CLAIM =
      """
      insert into idempotency (owner, key, request_hash) values ($1, $2, $3)
      on conflict (owner, key) do nothing
      """;
  private static final String KEEP =
      "update idempotency set status = $3, headers = $4, body = $5 where owner = $1 and key = $2";
  private static final String FIND =
      "select request_hash, status, headers, body from idempotency where owner = $1 and key = $2";

  private final DatabaseClient db;
  private final JsonMapper json;
  private final ClientRefs hashes;
  private final Fingerprints fingerprints;

  public Idempotency(DatabaseClient db, JsonMapper json, ClientRefs hashes) {
    this.db = db;
    this.json = json;
    this.hashes = hashes;
    this.fingerprints = new Fingerprints(json);
  }

  /**
   * Must run inside a READ COMMITTED transaction.
   *
   * @param owner who the key belongs to: an organisation's OID or a citizen's pseudonym
   * @param request the body, to tell a repetition from another use of the key
   * @return an error {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request
   */
  public Mono<Once> once(
      String owner, IdempotencyKey key, Object request, Mono<StoredAnswer> work) {
    return Mono.defer(() -> {
      byte[] hash = fingerprint(request);
      return db.sql(CLAIM)
          .bind(0, owner)
          .bind(1, key.value())
          .bind(2, hash)
          .fetch()
          .rowsUpdated()
          .flatMap(claimed ->
              claimed == 1
                  ? work.switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
                      .flatMap(answer -> keep(owner, key, answer))
                  : replay(owner, key, hash));
    });
  }

  private Mono<Once> keep(String owner, IdempotencyKey key, StoredAnswer answer) {
    return db.sql(KEEP)
        .bind(0, owner)
        .bind(1, key.value())
        .bind(2, answer.status())
        .bind(3, json.writeValueAsString(answer.headers()))
        .bind(4, json.writeValueAsString(answer.body()))
        .fetch()
        .rowsUpdated()
        .thenReturn(new Once(answer, false));
  }

  private Mono<Once> replay(String owner, IdempotencyKey key, byte[] hash) {
    return db.sql(FIND)
        .bind(0, owner)
        .bind(1, key.value())
        .map((Readable row) -> stored(row, hash))
        .one()
        .map(answer -> new Once(answer, true));
  }

  private StoredAnswer stored(Readable row, byte[] hash) {
    if (!MessageDigest.isEqual(hash, row.get("request_hash", byte[].class))) {
      throw Problem.of("IDEMPOTENCY_KEY_REUSED");
    }
    return new StoredAnswer(
        Rows.required(row, "status", Integer.class),
        json.readValue(text(row, "headers"), new TypeReference<>() {}),
        json.readTree(text(row, "body")));
  }

  private static String text(Readable row, String column) {
    return Rows.required(row, column, String.class);
  }

  /** Tells the same request from another, without letting anyone guess what is in it. */
  public byte[] fingerprint(Object request) {
    return hashes.fingerprint(fingerprints.of(request).getBytes(StandardCharsets.UTF_8));
  }
}
