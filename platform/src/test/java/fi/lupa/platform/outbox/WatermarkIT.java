package fi.lupa.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A watermark never promises an event that isn't there yet. */
class WatermarkIT {
  private Stage stage;
  private Outbox outbox;
  private Reader reader;

  @BeforeEach
  void start() throws Exception {
    stage = new Stage();
    Relay relay = stage.relay();
    outbox = stage.outbox(relay::kick);
    reader = stage.reader();
    relay.start();
  }

  @AfterEach
  void stop() throws Exception {
    stage.close();
  }

  @Test
  void reachesEveryPartitionAndGrows() {
    await().until(() -> reader.watermarks().size() > 3 * Stage.PARTITIONS);
    List<Reader.Received> watermarks = reader.watermarks();
    assertThat(watermarks.stream().map(one -> one.record().partition()).collect(Collectors.toSet()))
        .hasSize(Stage.PARTITIONS);
    assertThat(
            watermarks.stream()
                .filter(one -> one.record().partition() == 0)
                .map(Reader.Received::upTo))
        .isSorted()
        .doesNotHaveDuplicates();
    Reader.Received one = watermarks.getLast();
    assertThat(one.record().key()).isEqualTo("watermark");
    assertThat(one.header("ce_source")).isEqualTo(Stage.SOURCE);
    assertThat(one.data().get("source").asString()).isEqualTo(Stage.SOURCE);
  }

  @Test
  void passesAnEventSoonAfterIt() {
    Envelope written = stage.write(outbox, "key-1", 1);
    await().atMost(Duration.ofSeconds(5)).until(() -> newest().isAfter(written.time()));
    assertPromisesKept();
  }

  @Test
  void anOpenTransactionHoldsItBack() throws Exception {
    Instant time;
    try (Connection slow = stage.database.connect()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute("select 1");
      time = Instant.now();
      insert(slow, time);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> {
            stage.write(outbox, "key-2", 2);
            return Instant.now().isAfter(time.plusSeconds(3));
          });
      assertThat(reader.watermarks())
          .isNotEmpty()
          .allSatisfy(watermark -> assertThat(watermark.upTo()).isBefore(time));
      slow.commit();
    }
    await().until(() -> newest().isAfter(time));
    assertThat(reader.events()).anySatisfy(event -> assertThat(event.version()).isEqualTo(99));
    assertPromisesKept();
  }

  private void insert(Connection connection, Instant time) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at)
            select ?, ?, 'key-1', 'fi.lupa.consent.informing-recorded.v1', '{"version":99}', ?
            """)) {
      statement.setObject(1, UUID.randomUUID());
      statement.setString(2, stage.topic);
      statement.setTimestamp(3, Timestamp.from(time));
      statement.executeUpdate();
    }
  }

  @Test
  void keepsItsPromiseWhateverTheTransactionsDo() {
    Random random = new Random(20261122);
    Flux.range(0, 64)
        .flatMap(
            i -> {
              double before = random.nextDouble() * (i % 10 == 0 ? 1.3 : 0.05);
              double after = random.nextDouble() * (i % 10 == 5 ? 1.3 : 0.05);
              return stage.transactions.run(
                  sleep(before)
                      .then(stage.append(outbox, "key-" + i % 20, i))
                      .flatMap(written -> sleep(after).thenReturn(written)));
            },
            16)
        .blockLast(Duration.ofSeconds(30));
    Instant end = Instant.now();
    reader.awaitEvents(64);
    await().atMost(Duration.ofSeconds(10)).until(() -> newest().isAfter(end));
    assertPromisesKept();
  }

  private Instant newest() {
    return reader.watermarks().stream()
        .map(Reader.Received::upTo)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private Mono<Void> sleep(double seconds) {
    return stage.db.sql("select pg_sleep($1)").bind(0, seconds).then();
  }

  private void assertPromisesKept() {
    List<Reader.Received> all = reader.all();
    for (Reader.Received watermark : all) {
      if (watermark.isWatermark()) {
        assertThat(all)
            .filteredOn(event ->
                !event.isWatermark()
                    && event.record().partition() == watermark.record().partition()
                    && event.record().offset() > watermark.record().offset())
            .allSatisfy(late -> assertThat(late.time()).isAfter(watermark.upTo()));
      }
    }
  }
}
