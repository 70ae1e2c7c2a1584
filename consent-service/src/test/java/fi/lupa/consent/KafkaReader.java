package fi.lupa.consent;

import fi.lupa.testkit.Backends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads consent.events from its beginning. */
final class KafkaReader implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KafkaConsumer<String, String> consumer;
  private final List<Told> told = new ArrayList<>();

  /** One event as it stands on Kafka. */
  record Told(String key, Map<String, String> headers, String value, JsonNode data) {
    String type() {
      return headers.get("ce_type");
    }
  }

  KafkaReader() {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Backends.kafka(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor("consent.events").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The events so far, without watermarks, in order per key. */
  List<Told> events() {
    consumer
        .poll(Duration.ofMillis(200))
        .forEach(record -> {
          Map<String, String> headers = new java.util.HashMap<>();
          for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
          }
          told.add(new Told(record.key(), headers, record.value(), JSON.readTree(record.value())));
        });
    return told.stream()
        .filter(event -> !"fi.lupa.platform.watermark.v1".equals(event.type()))
        .toList();
  }

  List<Told> withKey(String key) {
    return events().stream().filter(event -> event.key().equals(key)).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
