package fi.lupa.authorization.support;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fi.lupa.testkit.Backends;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Reads the service's topic. */
public final class Events {
  private static final String TOPIC = "authorization.events";

  private Events() {}

  /** One record of the topic. */
  public record Told(String key, Map<String, String> headers, String value) {
    static Told of(ConsumerRecord<String, String> record) {
      Map<String, String> headers = new HashMap<>();
      record
          .headers()
          .forEach(header ->
              headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
      return new Told(record.key(), headers, record.value());
    }

    public String type() {
      return headers.get("ce_type");
    }

    public JsonNode data() {
      return Calls.JSON.readTree(value);
    }

    /** What breaks the published JSON Schema of the event's type. */
    public List<String> violations() {
      try (InputStream in =
          Events.class.getResourceAsStream("/events/" + type() + ".schema.json")) {
        Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        return schema.validate(data()).stream().map(Object::toString).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The first {@code count} events under a key. */
  public static List<Told> await(String key, int count) {
    List<Told> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(100))
                .forEach(record -> {
                  if (key.equals(record.key())) {
                    found.add(Told.of(record));
                  }
                });
            return found.size() >= count;
          });
    }
    return found;
  }

  /** Everything told so far. */
  public static List<Told> all() {
    List<Told> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(Told.of(record)));
      }
    }
    return found;
  }

  private static KafkaConsumer<String, String> consumer() {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Backends.kafka()),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
