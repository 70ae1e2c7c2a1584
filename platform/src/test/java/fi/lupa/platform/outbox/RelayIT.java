package fi.lupa.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.testkit.Backends;
import fi.lupa.testkit.TcpProxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the relay promises when Kafka, the database, another relay or its own life fails it. */
class RelayIT {
  private final TcpProxy kafka = Backends.kafkaBehindProxy();
  private Stage stage;
  private Outbox outbox;
  private Reader reader;

  /** How Kafka goes away. */
  enum Away {
    HANGING {
      @Override
      void from(TcpProxy proxy) {
        proxy.pause();
      }
    },
    VANISHED {
      @Override
      void from(TcpProxy proxy) {
        proxy.blackHole();
      }
    },
    DOWN {
      @Override
      void from(TcpProxy proxy) {
        proxy.refuse();
      }
    };

    abstract void from(TcpProxy proxy);
  }

  @BeforeEach
  void open() throws Exception {
    stage = new Stage();
    outbox = stage.outbox(() -> {});
    reader = stage.reader();
  }

  @AfterEach
  void close() throws Exception {
    kafka.resume();
    stage.close();
  }

  @Test
  void manyCommitsShareARound() {
    AtomicInteger rounds = new AtomicInteger();
    OutboxStore store =
        new OutboxStore(stage.db) {
          @Override
          List<Row> next(int limit) {
            rounds.incrementAndGet();
            return super.next(limit);
          }
        };
    Relay relay = stage.relay(store, Stage.producers(Backends.kafka()));
    Outbox kicking = stage.outbox(relay::kick);
    long begun = System.nanoTime();
    relay.start();
    for (int i = 0; i < 200; i++) {
      stage.write(kicking, "key-" + i % 3, i);
    }
    reader.awaitEvents(200);
    long most = (System.nanoTime() - begun) / Stage.PACE.rest().toNanos() + 2;
    assertThat(rounds).hasValueLessThanOrEqualTo((int) most);
  }

  private Relay relayBehindProxy() {
    return stage.relay(stage.store(), Stage.producers(kafka.address()));
  }

  private void write(int from, int to) {
    for (int i = from; i < to; i++) {
      stage.write(outbox, "key-" + i % 3, i);
    }
  }

  /** Acknowledged and deleted, not only seen by the reader. */
  private void awaitCarried() {
    await().atMost(Duration.ofSeconds(10)).until(() -> stage.waiting() == 0);
  }

  private void assertAllArrived(int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(stage.waiting()).isZero());
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(reader.events())
                .extracting(Reader.Received::version)
                .containsAll(LongStream.range(0, count).boxed().toList()));
    for (int key = 0; key < 3; key++) {
      String name = "key-" + key;
      List<Long> seen =
          reader.events().stream()
              .filter(one -> one.record().key().equals(name))
              .map(Reader.Received::version)
              .toList();
      assertThat(seen.getLast()).as("newest of a key stands last").isEqualTo(newest(count, key));
    }
  }

  private static long newest(int count, int key) {
    return LongStream.range(0, count).filter(n -> n % 3 == key).max().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void rowsWaitForKafkaAndThenAllArrive(Away away) throws Exception {
    relayBehindProxy().start();
    write(0, 10);
    awaitCarried();
    away.from(kafka);
    write(10, 40);
    await().pollDelay(Duration.ofMillis(1500)).until(() -> stage.waiting() == 30);
    kafka.resume();

    assertAllArrived(40);
  }

  @Test
  void aRelayThatStartsBeforeKafkaWaitsForIt() {
    kafka.refuse();
    write(0, 9);
    relayBehindProxy().start();
    await().pollDelay(Duration.ofMillis(800)).until(() -> stage.waiting() == 9);
    kafka.resume();
    assertAllArrived(9);
  }

  @Test
  void aProducerThatCannotBeMadeIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    write(0, 3);
    stage
        .relay(
            stage.store(),
            () -> {
              if (tries.incrementAndGet() < 3) {
                throw new KafkaException("no name server yet");
              }
              return Stage.producers(Backends.kafka()).get();
            })
        .start();
    assertAllArrived(3);
    assertThat(tries).hasValue(3);
  }

  @Test
  void dyingBetweenSendAndDeleteOnlyRepeatsTheSameIds() throws Exception {
    TcpProxy database = stage.databaseProxy();
    AtomicBoolean died = new AtomicBoolean();
    OutboxStore dying =
        new OutboxStore(stage.db) {
          @Override
          void delete(List<Row> rows) {
            if (!died.getAndSet(true)) {
              database.refuse();
              stage.storeBehind(database).delete(rows);
            }
            super.delete(rows);
          }
        };
    write(0, 9);
    stage.relay(dying, Stage.producers(Backends.kafka())).start();

    assertAllArrived(9);
    List<UUID> ids = reader.awaitEvents(18).stream().map(Reader.Received::id).toList();
    assertThat(ids).hasSize(18);
    assertThat(new HashSet<>(ids)).hasSize(9);
  }

  @Test
  void theDatabaseMayRestart() throws Exception {
    TcpProxy database = stage.databaseProxy();
    stage.relay(stage.storeBehind(database), Stage.producers(Backends.kafka())).start();
    for (int round = 0; round < 4; round++) {
      write(round * 10, round * 10 + 5);
      database.reset();
      write(round * 10 + 5, round * 10 + 10);
    }
    database.refuse();
    write(40, 50);
    assertThat(stage.waiting()).isGreaterThanOrEqualTo(10);
    database.resume();
    assertAllArrived(50);
  }

  @Test
  void theDatabaseMayHang() throws Exception {
    TcpProxy database = stage.databaseProxy();
    stage.relay(stage.storeBehind(database), Stage.producers(Backends.kafka())).start();
    write(0, 5);
    awaitCarried();
    database.pause();
    write(5, 15);
    await().pollDelay(Duration.ofMillis(500)).until(() -> stage.waiting() == 10);
    database.resume();
    assertAllArrived(15);
  }

  @Test
  void onlyOneOfTwoRelaysWorksAndTheOtherTakesOverWhenItStops() throws Exception {
    Relay first = stage.relay();
    first.start();
    await().until(() -> stage.leases() == 1);
    AtomicInteger reads = new AtomicInteger();
    stage.relay(counting(reads), Stage.producers(Backends.kafka())).start();
    write(0, 30);
    reader.awaitEvents(30);
    assertThat(reads).as("reads of the relay without the lease").hasValue(0);

    first.stop();
    write(30, 60);
    assertAllArrived(60);
    assertThat(reader.events()).hasSize(60);
    assertThat(reads.get()).isPositive();
  }

  private OutboxStore counting(AtomicInteger reads) {
    return new OutboxStore(stage.db) {
      @Override
      List<Row> next(int limit) {
        reads.incrementAndGet();
        return super.next(limit);
      }
    };
  }

  @Test
  void aRelayThatSleptPastItsLeaseSendsNothingOld() throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch wake = new CountDownLatch(1);
    CountDownLatch awake = new CountDownLatch(1);
    OutboxStore sleeping =
        new OutboxStore(stage.db) {
          @Override
          List<Row> next(int limit) {
            if (awake.getCount() == 0) {
              return super.next(limit);
            }
            List<Row> rows = super.next(limit);
            asleep.countDown();
            await(wake);
            awake.countDown();
            return rows;
          }

          private static void await(CountDownLatch latch) {
            try {
              assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    write(0, 9);
    Relay sleeper = stage.relay(sleeping, Stage.producers(Backends.kafka()));
    sleeper.start();
    assertThat(asleep.await(10, TimeUnit.SECONDS)).isTrue();
    Relay heir = stage.relay();
    heir.start();
    assertAllArrived(9);
    write(9, 18);
    assertAllArrived(18);

    wake.countDown();
    assertThat(awake.await(10, TimeUnit.SECONDS)).isTrue();
    int watermarks = reader.watermarks().size();
    await().until(() -> reader.watermarks().size() > watermarks + 12);
    assertThat(reader.events()).hasSize(18);
  }

  @Test
  void stoppingCarriesWhatIsLeftAndGivesTheLeaseBack() throws Exception {
    Relay relay = stage.relay();
    relay.start();
    await().until(() -> stage.leases() == 1);
    write(0, 60);
    long begun = System.nanoTime();
    relay.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    assertThat(stage.leases()).isZero();
    assertAllArrived(60);
    assertThat(relay.isRunning()).isFalse();
  }

  @Test
  void aProducerThatFailsToCloseDoesNotKeepTheLease() throws Exception {
    Relay relay =
        stage.relay(
            stage.store(),
            () ->
                new KafkaProducer<>(
                    Map.of("bootstrap.servers", Backends.kafka()),
                    new StringSerializer(),
                    new ByteArraySerializer()) {
                  @Override
                  public void close(Duration timeout) {
                    super.close(timeout);
                    throw new KafkaException("broken");
                  }
                });
    relay.start();
    write(0, 3);
    awaitCarried();
    relay.stop();
    assertThat(stage.leases()).isZero();
  }

  @Test
  void stoppingWithoutKafkaIsQuickAndKeepsTheRows() throws Exception {
    Relay relay = relayBehindProxy();
    relay.start();
    write(0, 3);
    awaitCarried();
    kafka.blackHole();
    write(3, 12);
    long begun = System.nanoTime();
    relay.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    assertThat(stage.waiting()).isEqualTo(9);

    kafka.resume();
    stage.relay().start();
    assertAllArrived(12);
  }

  @Test
  void startsBeforeTheWebServerAndStopsAfterIt() {
    assertThat(stage.relay().getPhase())
        .isLessThan(
            org.springframework.boot.web.server.context.WebServerApplicationContext
                .START_STOP_LIFECYCLE_PHASE);
  }
}
