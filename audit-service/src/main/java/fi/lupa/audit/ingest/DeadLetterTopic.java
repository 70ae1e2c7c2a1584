package fi.lupa.audit.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Where records go that can't be read: key, value and headers as they came, plus where they stood
 * and why they are here. Kept for ever, so that they can be repaired and replayed.
 */
@Component
class DeadLetterTopic {
  static final String NAME = "audit.dead-letters";
  static final String TOPIC = "lupa_topic";
  static final String PARTITION = "lupa_partition";
  static final String OFFSET = "lupa_offset";

  /** Room for the added headers on top of the largest record that a source's topic may hold. */
  private static final String LARGEST = String.valueOf(16 * 1024 * 1024);

  private static final long PATIENCE_SECONDS = 30;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A letter comes to the topic before it is counted, by this much at most. */
  private static final Duration EARLIER = Duration.ofMinutes(10);

  /** By how much the clocks of this service and its database may differ. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  private final KafkaAdmin admin;
  private final KafkaTemplate<byte[], byte[]> kafka;
  private final ConsumerFactory<byte[], byte[]> consumers;
  private volatile boolean there;

  DeadLetterTopic(
      KafkaAdmin admin,
      ProducerFactory<?, ?> producers,
      ConsumerFactory<byte[], byte[]> consumers) {
    this.admin = admin;
    this.consumers = consumers;
    this.kafka = new KafkaTemplate<>(bytes(producers));
  }

  /** Returns when Kafka has all of them; throws when it hasn't. */
  void send(List<DeadLetter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    ensureTopic();
    List<CompletableFuture<?>> sent =
        letters.stream().<CompletableFuture<?>>map(letter -> kafka.send(record(letter))).toList();
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /**
   * A letter that was sent, by where it had stood; empty when the topic doesn't hold it. A source's
   * topic that was made anew has the same places again: of several letters it is the last one
   * before the letter was counted.
   *
   * @throws org.apache.kafka.common.KafkaException when Kafka is away
   */
  Optional<ConsumerRecord<byte[], byte[]>> find(LetterPlace place) {
    TopicPartition letters = new TopicPartition(NAME, 0);
    try (Consumer<byte[], byte[]> consumer = consumers.createConsumer("audit-dead-letters", "")) {
      consumer.assign(List.of(letters));
      long end = consumer.endOffsets(List.of(letters), PATIENCE).getOrDefault(letters, 0L);
      long since = place.receivedAt().minus(EARLIER).toEpochMilli();
      OffsetAndTimestamp from =
          consumer.offsetsForTimes(Map.of(letters, since), PATIENCE).get(letters);
      consumer.seek(letters, from == null ? end : from.offset());
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
      while (consumer.position(letters, PATIENCE) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LOOK)) {
          if (record.timestamp() > place.receivedAt().plus(CLOCKS).toEpochMilli()) {
            return last;
          }
          last = place.isOf(record) ? Optional.of(record) : last;
        }
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("the dead letters can't be read to their end now");
        }
      }
      return last;
    }
  }

  /** Made when first needed: the service must also start while Kafka is away. */
  private void ensureTopic() {
    if (!there) {
      admin.createOrModifyTopics(
          new NewTopic(NAME, 1, (short) -1)
              .configs(
                  Map.of(
                      TopicConfig.RETENTION_MS_CONFIG,
                      "-1",
                      TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                      LARGEST)));
      there = true;
    }
  }

  private static ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    ConsumerRecord<byte[], byte[]> source = letter.record();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(NAME, null, source.key(), source.value(), source.headers());
    header(record.headers(), TOPIC, source.topic());
    header(record.headers(), PARTITION, Integer.toString(source.partition()));
    header(record.headers(), OFFSET, Long.toString(source.offset()));
    header(record.headers(), "lupa_reason", letter.why().name());
    return record;
  }

  private static void header(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // the overridden serializers make it a factory for bytes
  private static ProducerFactory<byte[], byte[]> bytes(ProducerFactory<?, ?> producers) {
    return (ProducerFactory<byte[], byte[]>)
        producers.copyWithConfigurationOverride(
            Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST));
  }
}
