package fi.lupa.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.NoTransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From a committed row to a record on Kafka. */
class OutboxIT {
  private Stage stage;
  private Relay relay;
  private Outbox outbox;
  private Reader reader;

  @BeforeEach
  void start() throws Exception {
    stage = new Stage();
    relay = stage.relay();
    outbox = stage.outbox(relay::kick);
    reader = stage.reader();
    relay.start();
  }

  @AfterEach
  void stop() throws Exception {
    stage.close();
  }

  @Test
  void aCommittedEventArrivesAsACloudEvent() throws SQLException {
    Envelope written = stage.write(outbox, "key-1", 7);

    Reader.Received received = reader.awaitEvents(1).getFirst();

    assertThat(received.record().key()).isEqualTo("key-1");
    assertThat(received.data()).hasToString(written.data().toString());
    assertThat(headers(received))
        .isEqualTo(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", written.id().toString(),
                "ce_source", "/platform-test",
                "ce_type", "fi.lupa.consent.informing-recorded.v1",
                "ce_time", written.time().toString(),
                "ce_dataschema",
                    "https://lupa.fi/events/fi.lupa.consent.informing-recorded.v1.schema.json",
                "content-type", "application/json"));
    await().untilAsserted(() -> assertThat(stage.waiting()).isZero());
  }

  private static Map<String, String> headers(Reader.Received received) {
    return StreamSupport.stream(received.record().headers().spliterator(), false)
        .collect(Collectors.toMap(header -> header.key(), header -> received.header(header.key())));
  }

  @Test
  void aRolledBackEventNeverArrives() {
    Mono<Envelope> refused =
        stage.transactions.run(
            stage.append(outbox, "key-1", 1).then(Mono.error(new IllegalStateException("no"))));
    assertThatThrownBy(refused::block).hasMessage("no");
    stage.write(outbox, "key-1", 2);

    reader.awaitEvents(1);
    await().untilAsserted(() -> assertThat(reader.watermarks()).hasSizeGreaterThan(12));
    assertThat(reader.events()).extracting(Reader.Received::version).containsExactly(2L);
  }

  @Test
  void nothingIsWrittenOutsideATransaction() throws SQLException {
    relay.stop();
    assertThatThrownBy(() -> stage.append(outbox, "key-1", 1).block())
        .isInstanceOf(NoTransactionException.class);
    assertThat(stage.waiting()).isZero();
  }

  @Test
  void theRelayIsKickedByTheCommitAndNotBefore() {
    AtomicInteger kicks = new AtomicInteger();
    Outbox watched = stage.outbox(kicks::incrementAndGet);
    stage
        .transactions
        .run(stage.append(watched, "key-1", 1).doOnNext(written -> assertThat(kicks).hasValue(0)))
        .block();
    assertThat(kicks).hasValue(1);
  }

  @Test
  void eachKeyStaysInOrderUnderConcurrentWriters() {
    stage.db.sql("create table counter (key text primary key, n bigint not null)").then().block();
    stage
        .db
        .sql("insert into counter select 'key-' || n, 0 from generate_series(0, 7) n")
        .then()
        .block();

    Flux.range(0, 640)
        .flatMap(i -> stage.transactions.run(nextOf("key-" + i % 8)), 16)
        .blockLast(Duration.ofSeconds(30));

    Map<String, List<Long>> versions =
        reader.awaitEvents(640).stream()
            .collect(
                Collectors.groupingBy(
                    received -> received.record().key(),
                    Collectors.mapping(Reader.Received::version, Collectors.toList())));
    List<Long> expected = LongStream.rangeClosed(1, 80).boxed().toList();
    assertThat(versions).hasSize(8).allSatisfy((key, seen) -> assertThat(seen).isEqualTo(expected));
  }

  private Mono<Envelope> nextOf(String key) {
    return stage
        .db
        .sql("update counter set n = n + 1 where key = $1 returning n")
        .bind(0, key)
        .map(row -> row.get(0, Long.class))
        .one()
        .flatMap(version -> stage.append(outbox, key, version));
  }

  @Test
  void manyEventsOfOneStatementArriveInTheirOrder() {
    List<Outbox.Addressed> events =
        IntStream.rangeClosed(1, 300)
            .mapToObj(n -> new Outbox.Addressed(stage.event(n), "key-" + n % 3))
            .toList();
    List<Envelope> written =
        stage.transactions.run(Mono.defer(() -> outbox.appendAll(events))).block();

    assertThat(written).extracting(Envelope::key).startsWith("key-1", "key-2", "key-0");
    List<Reader.Received> received = reader.awaitEvents(300);
    assertThat(received.stream().map(one -> one.header("ce_id")))
        .containsExactlyInAnyOrderElementsOf(
            written.stream().map(envelope -> envelope.id().toString()).toList());
    assertThat(
            received.stream()
                .filter(one -> one.record().key().equals("key-0"))
                .map(Reader.Received::version))
        .isSorted()
        .hasSize(100);
    assertThatThrownBy(() -> outbox.appendAll(events).block())
        .isInstanceOf(NoTransactionException.class);
  }
}
