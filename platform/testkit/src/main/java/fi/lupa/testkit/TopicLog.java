package fi.lupa.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that a topic was told, read once however often it is asked for: tests ask again and again,
 * and a topic that many tests write to grows long. For topics that aren't deleted.
 */
public final class TopicLog {
  private static final Map<String, TopicLog> LOGS = new ConcurrentHashMap<>();

  /** One record of a topic. */
  public record Entry(String key, Map<String, String> headers, String value) {
    private static Entry of(ConsumerRecord<String, String> record) {
      Map<String, String> headers = new HashMap<>();
      record
          .headers()
          .forEach(one -> headers.put(one.key(), new String(one.value(), StandardCharsets.UTF_8)));
      return new Entry(record.key(), headers, record.value());
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final KafkaConsumer<String, String> consumer;

  private TopicLog(String servers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Of the tests' broker. */
  public static TopicLog of(String topic) {
    return of(Backends.kafka(), topic);
  }

  /** Of another broker, which outlives whoever asks. */
  public static TopicLog of(String servers, String topic) {
    return LOGS.computeIfAbsent(servers + " " + topic, _ -> new TopicLog(servers, topic));
  }

  /** Everything told so far, each partition in its order. */
  public synchronized List<Entry> all() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofMillis(100)).forEach(record -> entries.add(Entry.of(record)));
    }
    return List.copyOf(entries);
  }
}
