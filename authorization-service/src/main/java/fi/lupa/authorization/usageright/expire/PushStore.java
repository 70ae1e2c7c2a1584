package fi.lupa.authorization.usageright.expire;

import static fi.lupa.platform.sql.Rows.required;

import fi.lupa.contracts.Oid;
import fi.lupa.platform.outbox.Envelope;
import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Ends of a departed organisation's rights that decisions don't know yet. */
@Component
final class PushStore {
  private static final String KEEP =
      """
      insert into end_to_push (usage_right, organisation, event)
      select ends.usage_right, $2, ends.event::jsonb
      from unnest($1::uuid[], $3::text[]) as ends (usage_right, event)
      """;

  private final DatabaseClient db;
  private final JsonMapper json;

  PushStore(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** In the transaction that ends them. */
  Mono<Void> keep(List<Envelope> ends, Oid departed) {
    return db.sql(KEEP)
        .bind(0, rights(ends))
        .bind(1, departed.value())
        .bind(2, ends.stream().map(json::writeValueAsString).toArray(String[]::new))
        .then();
  }

  /** Some that are left, always in the same order. */
  Mono<List<Envelope>> left(int rows) {
    return db.sql("select event from end_to_push order by usage_right limit $1")
        .bind(0, rows)
        .map(row -> json.readValue(required(row, "event", Json.class).asString(), Envelope.class))
        .all()
        .collectList();
  }

  Mono<Void> pushed(List<Envelope> ends) {
    return db.sql("delete from end_to_push where usage_right = any($1)")
        .bind(0, rights(ends))
        .then();
  }

  private static UUID[] rights(List<Envelope> ends) {
    return ends.stream().map(end -> UUID.fromString(end.key())).toArray(UUID[]::new);
  }
}
