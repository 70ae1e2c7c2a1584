package fi.lupa.platform.outbox;

import static org.awaitility.Awaitility.await;

import fi.lupa.contracts.event.EventType;
import fi.lupa.testkit.Backends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a topic from its beginning, events and watermarks apart. */
final class Reader implements AutoCloseable {
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  /** A record and when it was seen. */
  record Received(ConsumerRecord<String, byte[]> record, long nanos) {
    String header(String name) {
      Header header = record.headers().lastHeader(name);
      return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    JsonNode data() {
      return JsonMapper.shared().readTree(record.value());
    }

    long version() {
      return data().get("version").asLong();
    }

    UUID id() {
      return UUID.fromString(header("ce_id"));
    }

    boolean isWatermark() {
      return EventType.WATERMARK.ceType().equals(header("ce_type"));
    }

    Instant upTo() {
      return Instant.parse(data().get("upTo").asString());
    }

    Instant time() {
      return Instant.parse(header("ce_time"));
    }
  }

  Reader(String topic) {
    thread = Thread.ofPlatform().name("reader").daemon().start(() -> read(topic));
  }

  private void read(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Backends.kafka(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(
          IntStream.range(0, Stage.PARTITIONS)
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList());
      while (!closed) {
        consumer
            .poll(Duration.ofMillis(50))
            .forEach(record -> received.add(new Received(record, System.nanoTime())));
      }
    }
  }

  List<Received> all() {
    return new ArrayList<>(received);
  }

  List<Received> events() {
    return received.stream().filter(one -> !one.isWatermark()).toList();
  }

  List<Received> watermarks() {
    return received.stream().filter(Received::isWatermark).toList();
  }

  List<Received> awaitEvents(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> events().size() >= count);
    return events();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join(Duration.ofSeconds(5));
  }
}
