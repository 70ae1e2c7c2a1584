package fi.lupa.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends accesses to the disclosure-service's topic, past the service, as its relay would. */
final class EventFeed implements AutoCloseable {
  private static final String TOPIC = "disclosure.events";
  private static final int CLIENTS = 10_000;

  private final SplittableRandom random = new SplittableRandom();
  private final AccessEvents events;
  private final Producer<String, byte[]> producer;

  EventFeed(Settings settings, AccessEvents events) {
    this.events = events;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", "localhost:" + (settings.port() + 7),
                "linger.ms", "20",
                "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns when Kafka has all of them. */
  void send(int count) {
    for (int i = 0; i < count; i++) {
      UUID client = new UUID(0x4000, 0x8000000000000000L + random.nextInt(CLIENTS));
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              TOPIC,
              client.toString(),
              events.json(uuid(), client, now).getBytes(StandardCharsets.UTF_8));
      header(record, "ce_id", uuid().toString());
      header(record, "ce_source", "/disclosure-service");
      header(record, "ce_type", AccessEvents.TYPE);
      header(record, "ce_time", now.toString());
      header(record, "ce_specversion", "1.0");
      producer.send(record);
    }
    producer.flush();
  }

  private UUID uuid() {
    return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close();
  }
}
