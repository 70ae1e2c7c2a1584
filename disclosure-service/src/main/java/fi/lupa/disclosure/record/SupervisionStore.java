package fi.lupa.disclosure.record;

import fi.lupa.contracts.ClientRef;
import fi.lupa.contracts.Oid;
import fi.lupa.platform.sql.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What officers looked up to supervise their controller's register: written once, kept. */
@Repository
public class SupervisionStore {
  private static final String INSERT =
      """
      insert into supervision (id, organisation, act, occurred_at, officer, client_ref, document_oid, answer)
      values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8::jsonb)
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  SupervisionStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * One look.
   *
   * @param client absent when it concerned no single client
   * @param answer what was shown, as far as it must be known later
   */
  public record Look(
      UUID id,
      Act act,
      Instant time,
      AccessExplanation.RequestedBy officer,
      @Nullable ClientRef client,
      @Nullable Oid document,
      Object answer) {}

  /** What was looked up. */
  public enum Act {
    BREAK_GLASS,
    VISIBILITY,
    LOG_SEARCH,
    LOG_EXPORT,
    STAFF,
    LOG_REQUESTS,
    LOG_ANSWER
  }

  /** To be called in the transaction that reads what is shown. */
  public Mono<Void> insert(Look look) {
    return db.sql(INSERT)
        .bind(0, look.id())
        .bind(1, look.officer().organisation().value())
        .bind(2, look.act().name())
        .bind(3, OffsetDateTime.ofInstant(look.time(), ZoneOffset.UTC))
        .bind(4, json.writeValueAsString(look.officer()))
        .bind(5, Rows.nullable(UUID.class, look.client() == null ? null : look.client().value()))
        .bind(
            6,
            Rows.nullable(String.class, look.document() == null ? null : look.document().value()))
        .bind(7, json.writeValueAsString(look.answer()))
        .then();
  }
}
