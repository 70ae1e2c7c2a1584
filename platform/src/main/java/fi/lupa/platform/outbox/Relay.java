package fi.lupa.platform.outbox;

import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Watermark;
import fi.lupa.platform.problem.Places;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the outbox to Kafka: at least once, in the order of the rows, by the one instance that
 * holds the lease. It is kicked after each commit and looks by itself every quarter of a second;
 * NOTIFY is not used because it serialises commits. A batch is deleted only when Kafka has
 * acknowledged all of it; if any fails the whole batch is sent again in order, so that the last
 * event of a key is always its newest.
 */
public final class Relay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 500;
  private static final long POLL_MILLIS = 250;
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Duration WATERMARK_EVERY = Duration.ofSeconds(1);
  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  /**
   * Clocks of services and database may differ by this much before a watermark could promise too
   * much.
   */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

  private final OutboxStore store;
  private final ProducerFactory<String, byte[]> producers;
  private final OutboxSettings settings;
  private final Clock clock;
  private final JsonMapper json;
  private final Counter relayed;
  private final UUID holder = UUID.randomUUID();
  private final Semaphore kicks = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;
  private Instant leasedUntil = Instant.MIN;
  private Instant nextRenewal = Instant.MIN;
  private Instant nextWatermark = Instant.MIN;

  Relay(
      OutboxStore store,
      ProducerFactory<String, byte[]> producers,
      OutboxSettings settings,
      Clock clock,
      JsonMapper json,
      MeterRegistry meters) {
    this.store = store;
    this.producers = producers;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
    this.relayed = meters.counter("lupa.outbox.relayed");
  }

  /** Says that there may be something to carry. */
  void kick() {
    if (kicks.availablePermits() == 0) {
      kicks.release();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::carry);
  }

  @Override
  public void stop() {
    running = false;
    kicks.release();
    try {
      if (thread != null) {
        thread.join(TimeUnit.SECONDS.toMillis(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void carry() {
    try (Producer<String, byte[]> producer = producers.createNonTransactionalProducer()) {
      while (running) {
        turn(producer);
      }
      round(producer);
    } catch (RuntimeException | ExecutionException e) {
      LOG.warn("last events wait for the next start: {}", Places.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    release();
  }

  private void turn(Producer<String, byte[]> producer) throws InterruptedException {
    try {
      if (kicks.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        kicks.drainPermits();
      }
      round(producer);
    } catch (RuntimeException | ExecutionException e) {
      LOG.warn("events wait, Kafka or the database is away: {}", Places.of(e));
      TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
    }
  }

  private void round(Producer<String, byte[]> producer)
      throws ExecutionException, InterruptedException {
    if (!holdsLease()) {
      return;
    }
    boolean due = !clock.instant().isBefore(nextWatermark);
    Instant horizon = due ? store.horizon() : Instant.MIN;
    List<OutboxStore.Row> rows;
    do {
      rows = store.next(BATCH);
      if (!rows.isEmpty()) {
        send(producer, rows);
        store.delete(rows);
        relayed.increment(rows.size());
      }
    } while (rows.size() == BATCH && holdsLease());
    if (due && rows.size() < BATCH) {
      watermark(producer, horizon.minus(CLOCK_SKEW));
      nextWatermark = clock.instant().plus(WATERMARK_EVERY);
    }
  }

  private boolean holdsLease() {
    Instant now = clock.instant();
    if (now.isBefore(nextRenewal) && now.isBefore(leasedUntil)) {
      return true;
    }
    boolean held = store.lease(holder, LEASE);
    leasedUntil = held ? now.plus(LEASE) : Instant.MIN;
    nextRenewal = held ? now.plus(RENEW) : Instant.MIN;
    return held;
  }

  private void send(Producer<String, byte[]> producer, List<OutboxStore.Row> rows)
      throws ExecutionException, InterruptedException {
    List<Future<?>> sent = new ArrayList<>(rows.size());
    for (OutboxStore.Row row : rows) {
      sent.add(producer.send(Records.of(row, settings.source())));
    }
    for (Future<?> one : sent) {
      one.get();
    }
  }

  private void watermark(Producer<String, byte[]> producer, Instant upTo)
      throws ExecutionException, InterruptedException {
    byte[] value = json.writeValueAsBytes(new Watermark(settings.source(), upTo));
    List<Future<?>> sent = new ArrayList<>();
    int partitions = producer.partitionsFor(settings.topic()).size();
    for (int partition = 0; partition < partitions; partition++) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(settings.topic(), partition, "watermark", value);
      record
          .headers()
          .add("ce_type", EventType.WATERMARK.ceType().getBytes(StandardCharsets.UTF_8))
          .add("ce_source", settings.source().getBytes(StandardCharsets.UTF_8));
      sent.add(producer.send(record));
    }
    for (Future<?> one : sent) {
      one.get();
    }
  }

  private void release() {
    try {
      store.release(holder);
    } catch (RuntimeException e) {
      LOG.info("the relay's lease runs out by itself: {}", Places.of(e));
    }
  }
}
