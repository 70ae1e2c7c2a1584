package fi.lupa.platform.outbox;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.platform.Ids;
import fi.lupa.platform.problem.Traces;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
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
    return TransactionSynchronizationManager.forCurrentTransaction()
        .doOnNext(transaction -> transaction.registerSynchronization(new KickAfterCommit()))
        .then(
            Mono.deferContextual(chain -> {
              Envelope envelope = envelope(event, key);
              return insert(envelope, Traces.traceparent(chain).orElse(null)).thenReturn(envelope);
            }));
  }

  private Envelope envelope(Event event, String key) {
    return new Envelope(
        ids.next(),
        settings.source(),
        EventType.of(event).ceType(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        key,
        json.valueToTree(event));
  }

  private Mono<Long> insert(Envelope envelope, @Nullable String traceparent) {
    return db.sql(INSERT)
        .bind(0, envelope.id())
        .bind(1, settings.topic())
        .bind(2, envelope.key())
        .bind(3, envelope.type())
        .bind(4, json.writeValueAsString(envelope.data()))
        .bind(5, OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.UTC))
        .bind(6, Parameters.in(R2dbcType.VARCHAR, traceparent))
        .fetch()
        .rowsUpdated();
  }

  private final class KickAfterCommit implements TransactionSynchronization {
    @Override
    public Mono<Void> afterCommit() {
      return Mono.fromRunnable(kick);
    }
  }
}
