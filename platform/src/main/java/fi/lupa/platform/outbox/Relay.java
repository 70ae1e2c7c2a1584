package fi.lupa.platform.outbox;

import fi.lupa.platform.problem.Places;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries outbox rows to Kafka, at least once and in order per key: one thread in one process that
 * holds the lease. It is kicked after each commit and looks by itself every quarter of a second;
 * NOTIFY is not used because it serialises commits. A batch is deleted only when Kafka has
 * acknowledged all of it; if any fails the whole batch is sent again in order, so that the last
 * event of a key is always its newest.
 */
public final class Relay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 500;

  /** Starts before the web server and stops after it, so that the last requests' events go too. */
  private static final int PHASE = DEFAULT_PHASE - 4096;

  private final OutboxStore store;
  private final Supplier<Producer<String, byte[]>> producers;
  private final OutboxSettings settings;
  private final Pace pace;
  private final Lease lease;
  private final Watermarks watermarks;
  private final Counter relayed;
  private final Semaphore kicks = new Semaphore(0);
  private volatile boolean running;
  private volatile CountDownLatch stopped = new CountDownLatch(1);
  private volatile long stopBy;
  private @Nullable Thread thread;
  private @Nullable Producer<String, byte[]> producer;
  private boolean inDoubt;
  private long begun = System.nanoTime();

  Relay(
      OutboxStore store,
      Supplier<Producer<String, byte[]>> producers,
      OutboxSettings settings,
      Pace pace,
      JsonMapper json,
      MeterRegistry meters) {
    this.store = store;
    this.producers = producers;
    this.settings = settings;
    this.pace = pace;
    this.lease = new Lease(store, pace.lease());
    this.watermarks = new Watermarks(settings, json, pace);
    this.relayed = meters.counter("lupa.outbox.relayed");
  }

  /** Says that there may be something to carry. */
  void kick() {
    if (kicks.availablePermits() == 0) {
      kicks.release();
    }
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public void start() {
    running = true;
    stopped = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::carry);
  }

  @Override
  public void stop() {
    stopBy = System.nanoTime() + pace.farewell().toNanos();
    running = false;
    stopped.countDown();
    kicks.release();
    Thread carrier = thread;
    if (carrier == null) {
      return;
    }
    try {
      if (!carrier.join(pace.farewell())) {
        carrier.interrupt();
        carrier.join(Duration.ofSeconds(2));
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
    try {
      while (running) {
        turn();
      }
      round();
    } catch (RuntimeException | ExecutionException | InterruptedException e) {
      LOG.warn("last events wait for the next start: {}", Places.of(e));
    }
    release();
    closeProducer();
  }

  private void turn() throws InterruptedException {
    try {
      if (kicks.tryAcquire(pace.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        stopped.await(begun + pace.rest().toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        kicks.drainPermits();
      }
      begun = System.nanoTime();
      round();
    } catch (RuntimeException | ExecutionException e) {
      LOG.warn("events wait, Kafka or the database is away: {}", Places.of(e));
      if (e instanceof KafkaException) {
        // Thrown by the producer itself, not told by a record's future: it may be past recovery.
        closeProducer();
      }
      stopped.await(pace.backOff().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void round() throws ExecutionException, InterruptedException {
    if (!lease.take()) {
      return;
    }
    boolean due = watermarks.due();
    Instant horizon = due ? store.horizon() : Instant.MIN;
    List<OutboxStore.Row> rows;
    do {
      rows = store.next(BATCH);
      if (!lease.coversSending()) {
        return;
      }
      if (!rows.isEmpty()) {
        send(rows.stream().map(row -> Records.of(row, settings.source())).toList());
        store.delete(rows);
        relayed.increment(rows.size());
        watermarks.eventsRelayed();
      }
    } while (rows.size() == BATCH && mayGoOn() && lease.take());
    if (due && rows.size() < BATCH) {
      send(watermarks.records(horizon, producer().partitionsFor(settings.topic())));
      watermarks.sent();
    }
  }

  private boolean mayGoOn() {
    return running || System.nanoTime() - stopBy < 0;
  }

  private void send(List<ProducerRecord<String, byte[]>> records)
      throws ExecutionException, InterruptedException {
    inDoubt = true;
    List<Future<?>> sent = new ArrayList<>(records.size());
    for (ProducerRecord<String, byte[]> record : records) {
      Future<?> one = producer().send(record);
      if (one.isDone()) {
        // Failed at once, or sent already: when Kafka is away each of the others would block too.
        one.get();
      }
      sent.add(one);
    }
    for (Future<?> one : sent) {
      one.get();
    }
    inDoubt = false;
  }

  private Producer<String, byte[]> producer() {
    Producer<String, byte[]> current = producer;
    if (current == null) {
      current = producers.get();
      producer = current;
    }
    return current;
  }

  /** Never throws: neither a stop in the middle of it nor a broken producer may end the relay. */
  private void closeProducer() {
    Producer<String, byte[]> current = producer;
    producer = null;
    if (current != null) {
      try {
        current.close(Duration.ofMillis(500));
      } catch (RuntimeException e) {
        LOG.info("the producer didn't close in order: {}", Places.of(e));
      }
    }
  }

  /** A lease whose last batch may still arrive is left to run out. */
  private void release() {
    try {
      if (!inDoubt) {
        lease.release();
      }
    } catch (RuntimeException e) {
      LOG.info("the relay's lease runs out by itself: {}", Places.of(e));
    }
  }
}
