package fi.lupa.platform.outbox;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.platform.Ids;
import fi.lupa.platform.problem.Traces;
import fi.lupa.platform.sql.AfterCommit;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events in the making: a row in the same transaction as the change it tells of. The columns follow
 * Debezium's outbox event router, so that an operator may put Debezium in the relay's place.
 */
public final class Outbox {
  private static final String INSERT =
      """
      insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;

  /** In the order given, which is the order they are relayed in. */
  private static final String INSERT_ALL =
      """
      insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at)
      select id, $1, key, type, payload, $2
      from unnest($3, $4, $5, $6) with ordinality as e (id, key, type, payload, place)
      order by place
      """;

  private final DatabaseClient db;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;
  private final OutboxSettings settings;
  private final Runnable kick;

  Outbox(
      DatabaseClient db,
      JsonMapper json,
      Ids ids,
      Clock clock,
      OutboxSettings settings,
      Runnable kick) {
    this.db = db;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
    this.kick = kick;
  }

  /**
   * Writes the event; must run inside a transaction.
   *
   * @param key what Kafka orders and compacts by
   * @return the envelope; an error, and nothing written, when there is no transaction
   */
  public Mono<Envelope> append(Event event, String key) {
    return AfterCommit.run(kick)
        .then(
            Mono.deferContextual(chain -> {
              Envelope envelope = envelope(event, key, now());
              return insert(envelope, Traces.traceparent(chain).orElse(null)).thenReturn(envelope);
            }));
  }

  /**
   * As {@link #append}, for who needs no envelope: the event is put into words once.
   *
   * @return an error, and nothing written, when there is no transaction
   */
  public Mono<Void> tell(Event event, String key) {
    return AfterCommit.run(kick)
        .then(
            Mono.deferContextual(chain ->
                insert(
                    ids.next(),
                    key,
                    EventType.of(event).ceType(),
                    json.writeValueAsString(event),
                    now(),
                    Traces.traceparent(chain).orElse(null))));
  }

  /** An event and what Kafka orders and compacts it by. */
  public record Addressed(Event event, String key) {}

  /**
   * Writes many events of one moment in one statement; must run inside a transaction. They carry no
   * trace: what is done in bulk belongs to no single request.
   *
   * @return the envelopes in the same order; an error, and nothing written, when there is no
   *     transaction
   */
  public Mono<List<Envelope>> appendAll(List<Addressed> events) {
    return AfterCommit.run(kick)
        .then(
            Mono.defer(() -> {
              Instant now = now();
              List<Envelope> envelopes =
                  events.stream().map(one -> envelope(one.event(), one.key(), now)).toList();
              return insert(envelopes, now).thenReturn(envelopes);
            }));
  }

  private Mono<Long> insert(List<Envelope> envelopes, Instant now) {
    return db.sql(INSERT_ALL)
        .bind(0, settings.topic())
        .bind(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .bind(2, envelopes.stream().map(Envelope::id).toArray(UUID[]::new))
        .bind(3, envelopes.stream().map(Envelope::key).toArray(String[]::new))
        .bind(4, envelopes.stream().map(Envelope::type).toArray(String[]::new))
        .bind(
            5,
            envelopes.stream()
                .map(envelope -> json.writeValueAsString(envelope.data()))
                .toArray(String[]::new))
        .fetch()
        .rowsUpdated();
  }

  private Envelope envelope(Event event, String key, Instant time) {
    return new Envelope(
        ids.next(),
        settings.source(),
        EventType.of(event).ceType(),
        time,
        key,
        json.valueToTree(event));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Mono<Void> insert(Envelope envelope, @Nullable String traceparent) {
    return insert(
        envelope.id(),
        envelope.key(),
        envelope.type(),
        json.writeValueAsString(envelope.data()),
        envelope.time(),
        traceparent);
  }

  private Mono<Void> insert(
      UUID id, String key, String type, String payload, Instant time, @Nullable String trace) {
    return db.sql(INSERT)
        .bind(0, id)
        .bind(1, settings.topic())
        .bind(2, key)
        .bind(3, type)
        .bind(4, payload)
        .bind(5, OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
        .bind(6, Parameters.in(R2dbcType.VARCHAR, trace))
        .then();
  }
}
