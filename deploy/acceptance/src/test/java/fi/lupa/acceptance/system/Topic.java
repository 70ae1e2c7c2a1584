package fi.lupa.acceptance.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of the running system, as a source writes it and a reader reads it. */
public record Topic(Lupa lupa, String name) {

  /** The record whose value holds a text, if it is there by now. */
  public Optional<ConsumerRecord<String, String>> holding(String text) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(name, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() != null && record.value().contains(text)) {
            return Optional.of(record);
          }
        }
      }
      return Optional.empty();
    }
  }

  /** Sends a record like another one, as an event of its own and of a type that nobody reads. */
  public UUID sendUnreadable(ConsumerRecord<String, String> like, String value, String type) {
    UUID id = UUID.randomUUID();
    var record = new ProducerRecord<>(name, like.partition(), like.key(), value, like.headers());
    replace(record, "ce_id", id.toString());
    replace(record, "ce_type", type);
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(record).get();
      return id;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void replace(ProducerRecord<String, String> record, String name, String value) {
    record.headers().remove(name).add(name, value.getBytes(UTF_8));
  }

  private String broker() {
    return URI.create(lupa.url(Part.KAFKA)).getAuthority();
  }
}
