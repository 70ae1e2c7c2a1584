package fi.lupa.audit;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import fi.lupa.contracts.event.Watermark;
import fi.lupa.testkit.Backends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** The other services' side of Kafka. */
final class SourceTopics implements AutoCloseable {
  static final int PARTITIONS = 6;
  private static final List<String> ALL =
      List.of(Topics.AUTHORIZATION, Topics.CONSENT, Topics.DISCLOSURE);

  private final JsonMapper json = JsonMapper.shared();
  private final Producer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", Backends.kafka(), "linger.ms", "5", "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  /** Makes all topics anew, empty. */
  static void reset() {
    try (Admin admin = admin()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> {
            admin
                .deleteTopics(
                    admin.listTopics().names().get().stream().filter(ALL::contains).toList())
                .all()
                .get();
            admin
                .createTopics(
                    ALL.stream().map(name -> new NewTopic(name, PARTITIONS, (short) 1)).toList())
                .all()
                .get();
            return true;
          });
    }
  }

  static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", Backends.kafka()));
  }

  /** Sends an event as the outbox relay would. */
  UUID send(Event event, Instant time) {
    UUID id = UUID.randomUUID();
    send(id, event, time);
    return id;
  }

  void send(UUID id, Event event, Instant time) {
    send(id, event, time, id.toString());
  }

  /** What has one key is read in the order in which it was sent. */
  void send(UUID id, Event event, Instant time, String key) {
    String type = EventType.of(event).ceType();
    raw(topic(event), null, key, headers(id, time, type), json.writeValueAsBytes(event));
  }

  void mark(String topic, int partition, Instant upTo) {
    raw(
        topic,
        partition,
        "watermark",
        Map.of("ce_type", EventType.WATERMARK.ceType(), "ce_source", "/any"),
        json.writeValueAsBytes(new Watermark("/any", upTo)));
  }

  void markAll(Instant upTo) {
    for (String topic : ALL) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        mark(topic, partition, upTo);
      }
    }
  }

  void raw(String topic, Integer partition, String key, Map<String, String> headers, byte[] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    producer.send(record);
  }

  /** Waits until Kafka has all that was sent. */
  void flush() {
    producer.flush();
  }

  static Map<String, String> headers(UUID id, Instant time, String type) {
    return Map.of("ce_id", id.toString(), "ce_time", time.toString(), "ce_type", type);
  }

  static String topic(Event event) {
    String type = EventType.of(event).ceType();
    return type.split("\\.")[2] + ".events";
  }

  static long end(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      return admin
          .listOffsets(
              Map.of(
                  new org.apache.kafka.common.TopicPartition(topic, 0),
                  org.apache.kafka.clients.admin.OffsetSpec.latest()))
          .all()
          .get()
          .values()
          .iterator()
          .next()
          .offset();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
