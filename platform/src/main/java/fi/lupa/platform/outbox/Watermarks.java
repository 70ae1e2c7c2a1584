package fi.lupa.platform.outbox;

import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Watermark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import tools.jackson.databind.json.JsonMapper;

/**
 * When to promise "everything up to here has been published", and the records that say so. Often
 * while events come and shortly after, seldom when nothing happens: a quiet topic must not grow.
 */
final class Watermarks {
  /**
   * Clocks of services and database may differ by this much before a watermark could promise too
   * much.
   */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

  private final OutboxSettings settings;
  private final JsonMapper json;
  private final Pace pace;
  private long lastSent = System.nanoTime() - Duration.ofDays(1).toNanos();
  private long lastEvent = lastSent;

  Watermarks(OutboxSettings settings, JsonMapper json, Pace pace) {
    this.settings = settings;
    this.json = json;
    this.pace = pace;
  }

  boolean due() {
    long now = System.nanoTime();
    boolean busy = now - lastEvent < CLOCK_SKEW.multipliedBy(3).toNanos();
    return now - lastSent >= (busy ? pace.watermark() : pace.idleWatermark()).toNanos();
  }

  void eventsRelayed() {
    lastEvent = System.nanoTime();
  }

  void sent() {
    lastSent = System.nanoTime();
  }

  /** One record for each partition: whoever reads any of them learns how far it is complete. */
  List<ProducerRecord<String, byte[]>> records(Instant horizon, List<PartitionInfo> partitions) {
    byte[] value =
        json.writeValueAsBytes(new Watermark(settings.source(), horizon.minus(CLOCK_SKEW)));
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (PartitionInfo partition : partitions) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(settings.topic(), partition.partition(), "watermark", value);
      record
          .headers()
          .add("ce_type", EventType.WATERMARK.ceType().getBytes(StandardCharsets.UTF_8))
          .add("ce_source", settings.source().getBytes(StandardCharsets.UTF_8));
      records.add(record);
    }
    return records;
  }
}
