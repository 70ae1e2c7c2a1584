package fi.lupa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.lupa.audit.AuditService.Person;
import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import fi.lupa.testkit.Backends;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class IngestIT extends SharedIT {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");
  private static final int MANY = 50_000;

  private final Person person = AuditService.person();

  @Test
  void everySampleOfTheContractsIsTakenAsItCame() throws Exception {
    Map<UUID, String> sent = new LinkedHashMap<>();
    for (Resource sample : samples()) {
      String type = sample.getFilename().replaceFirst("\\.[0-9]+\\.json$", "");
      UUID id = UUID.randomUUID();
      byte[] value = sample.getContentAsByteArray();
      topics.raw(topic(type), null, id.toString(), SourceTopics.headers(id, TIME, type), value);
      if (!type.equals(EventType.WATERMARK.ceType())) {
        sent.put(id, new String(value, StandardCharsets.UTF_8));
      }
    }

    assertThat(sent).hasSizeGreaterThan(EventType.values().length);
    await().atMost(Duration.ofSeconds(20)).until(() -> kept(sent.keySet()).size() == sent.size());
    assertThat(kept(sent.keySet())).isEqualTo(sent);
  }

  @Test
  void whatComesTwiceStandsOnce() {
    UUID id = UUID.randomUUID();
    Event event = Events.read(person.ref(), 1);
    for (int i = 0; i < 5; i++) {
      topics.send(id, event, TIME);
    }
    topics.flush();
    topics.send(id, event, TIME);
    UUID last = UUID.randomUUID();
    topics.send(last, Events.read(person.ref(), 1), TIME.plusSeconds(1), id.toString());

    await().until(() -> service.ids(service.log(person)).contains(last));
    assertThat(service.ids(service.log(person))).containsExactly(last, id);
  }

  @Test
  void aPoisonousRecordAmongGoodOnesIsSetAsideAndToldOf() throws Exception {
    String key = person.ref().toString();
    UUID before = topics.send(Events.read(person.ref(), 1), TIME);
    byte[] poison = {(byte) 0xff, 0, 1, 2};
    Map<String, String> headers =
        Map.of("ce_type", EventType.RECORDS_QUERIED.ceType(), "ce_id", key, "traceparent", "00-x");
    topics.raw(Topics.DISCLOSURE, 0, key, headers, poison);
    topics.raw(
        Topics.DISCLOSURE,
        0,
        key,
        Map.of("ce_type", "unheard.of"),
        "{}".getBytes(StandardCharsets.UTF_8));
    topics.raw(Topics.DISCLOSURE, 0, null, Map.of(), null);
    UUID after = topics.send(Events.read(person.ref(), 1), TIME.plusSeconds(1));

    await().until(() -> service.ids(service.log(person)).equals(List.of(after, before)));
    await()
        .until(
            () -> count("select count(*) from dead_letter where topic = 'disclosure.events'") >= 3);
    List<ConsumerRecord<byte[], byte[]>> letters = deadLetters();
    ConsumerRecord<byte[], byte[]> letter =
        letters.stream()
            .filter(one -> java.util.Arrays.equals(poison, one.value()))
            .findFirst()
            .orElseThrow();
    assertThat(letter.key()).isEqualTo(key.getBytes(StandardCharsets.UTF_8));
    assertThat(header(letter, "lupa_reason")).isEqualTo("NOT_JSON");
    assertThat(header(letter, "lupa_topic")).isEqualTo(Topics.DISCLOSURE);
    assertThat(header(letter, "lupa_partition")).isEqualTo("0");
    assertThat(header(letter, "lupa_offset")).matches("[0-9]+");
    assertThat(header(letter, "traceparent")).isEqualTo("00-x");
    assertThat(letters).extracting(one -> header(one, "lupa_reason")).contains("TYPE_UNKNOWN");
  }

  @Test
  void whatTheDatabaseCannotKeepIsSetAsideAndTheRestIsKept() {
    Person other = AuditService.person();
    String nameWithNul = "\u0000";
    UUID before = topics.send(Events.read(person.ref(), 1), TIME);
    UUID bad =
        topics.send(
            Events.organisation(
                Events.HOSPITAL,
                new LocalizedText(nameWithNul, null, null),
                new Oid("1.2.246.10.94000000.10.1"),
                Events.PRODUCER_UNIT_NAME),
            TIME);
    UUID after = topics.send(Events.read(other.ref(), 1), TIME);

    await().until(() -> service.ids(service.log(person)).contains(before));
    await().until(() -> service.ids(service.log(other)).contains(after));
    await()
        .until(() -> count("select count(*) from dead_letter where reason = 'NOT_STORABLE'") == 1);
    assertThat(count("select count(*) from event where event_id = '" + bad + "'")).isZero();
  }

  @Test
  void aMonthThatWasDroppedByHandIsMadeAgain() throws SQLException {
    Instant old = Instant.parse("2003-05-15T12:00:00Z");
    UUID first = topics.send(Events.read(person.ref(), 1), old);
    await().until(() -> service.ids(service.log(person)).equals(List.of(first)));
    try (Connection connection = database.connect()) {
      connection.createStatement().execute("drop table event_2003_05, log_entry_2003_05");
    }

    UUID second = topics.send(Events.read(person.ref(), 1), old);

    await().until(() -> service.ids(service.log(person)).equals(List.of(second)));
    assertThat(
            count(
                "select count(*) from dead_letter where reason = 'NOT_STORABLE' and sent_at <"
                    + " '2004-01-01'"))
        .isZero();
  }

  @Test
  void theMonthsAheadAreMadeBeforeTheyAreNeeded() {
    YearMonth now = YearMonth.now(ZoneOffset.UTC);
    for (int ahead = 0; ahead <= 3; ahead++) {
      String month = now.plusMonths(ahead).toString().replace('-', '_');
      assertThat(count("select count(*) from pg_class where relname = 'event_" + month + "'"))
          .as(month)
          .isOne();
    }
  }

  @Test
  void whatIsTakenIsCounted() {
    topics.send(Events.read(person.ref(), 1), TIME);
    await().until(() -> service.log(person).get("items").size() == 1);

    String metrics =
        http.get()
            .uri("/actuator/prometheus")
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(String.class)
            .getResponseBody()
            .collectList()
            .map(lines -> String.join("\n", lines))
            .block();
    assertThat(metrics).containsPattern("lupa_audit_events_total\\{.*result=\"stored\".*} [1-9]");
    assertThat(metrics).doesNotContain(person.ref().toString());
  }

  @Test
  void aBacklogIsDrained() {
    long before = count("select count(*) from event");
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      events.add(Events.read(AuditService.person().ref(), 1 + i % 20));
    }
    for (int i = 0; i < MANY; i++) {
      topics.send(events.get(i % events.size()), TIME.plusMillis(i));
    }
    topics.flush();
    long sent = System.nanoTime();
    long atFlush = count("select count(*) from event") - before;
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> count("select count(*) from event") - before == MANY);
    double seconds = (System.nanoTime() - sent) / 1e9;
    System.out.printf(
        "drained %d events in %.2f s after the last was sent: %.0f events/s%n",
        MANY - atFlush, seconds, (MANY - atFlush) / seconds);
    assertThat(count("select count(*) from log_entry where time >= '2026-11-22T12:00:00Z'"))
        .isGreaterThanOrEqualTo(MANY);
  }

  @Test
  void whatTheLogTellsItselfIsADeadLetterWhenItComesOverATopic() throws IOException {
    String type = EventType.WITHHOLDING_CHANGED.ceType();
    UUID id = UUID.randomUUID();
    byte[] value =
        new PathMatchingResourcePatternResolver()
            .getResource("classpath:events/samples/" + type + ".1.json")
            .getContentAsByteArray();
    topics.raw(Topics.DISCLOSURE, 1, id.toString(), SourceTopics.headers(id, TIME, type), value);

    await()
        .until(() ->
            deadLetters().stream()
                .anyMatch(letter -> java.util.Arrays.equals(value, letter.value())));
    assertThat(count("select count(*) from event where event_id = '" + id + "'")).isZero();
  }

  /** Of what comes over a topic: the log's own events come over none. */
  private static List<Resource> samples() throws IOException {
    return Stream.of(
            new PathMatchingResourcePatternResolver()
                .getResources("classpath*:events/samples/*.json"))
        .filter(sample -> !sample.getFilename().startsWith("fi.lupa.audit."))
        .toList();
  }

  private static String topic(String type) {
    return type.contains(".platform.") ? Topics.CONSENT : type.split("\\.")[2] + ".events";
  }

  private static Map<UUID, String> kept(Iterable<UUID> ids) throws SQLException {
    Map<UUID, String> kept = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        var statement = connection.prepareStatement("select data from event where event_id = ?")) {
      for (UUID id : ids) {
        statement.setObject(1, id);
        ResultSet found = statement.executeQuery();
        if (found.next()) {
          kept.put(id, found.getString(1));
        }
      }
    }
    return kept;
  }

  private static long count(String sql) {
    try (Connection connection = database.connect();
        ResultSet found = connection.createStatement().executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Backends.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition all = new TopicPartition("audit.dead-letters", 0);
      consumer.assign(List.of(all));
      consumer.seekToBeginning(List.of(all));
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      await()
          .until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            return consumer.position(all) == SourceTopics.end("audit.dead-letters");
          });
      return found;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return Stream.of(record.headers().lastHeader(name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }
}
