package fi.lupa.audit.ingest;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import tools.jackson.databind.json.JsonMapper;

/** Kafka records in a test's hands. */
final class Kafka {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private Kafka() {}

  static Map<String, String> headers(UUID id, Instant time, String type) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_id", id.toString());
    headers.put("ce_time", time.toString());
    headers.put("ce_type", type);
    return headers;
  }

  static ConsumerRecord<byte[], byte[]> record(UUID id, Instant time, Event event) {
    return record(
        "disclosure.events",
        0,
        headers(id, time, EventType.of(event).ceType()),
        JSON.writeValueAsBytes(event));
  }

  static ConsumerRecord<byte[], byte[]> record(
      String topic, int partition, Map<String, String> headers, byte[] value) {
    RecordHeaders all = new RecordHeaders();
    headers.forEach((name, text) -> all.add(name, text.getBytes(StandardCharsets.UTF_8)));
    return new ConsumerRecord<>(
        topic,
        partition,
        17,
        1_790_000_000_000L,
        TimestampType.CREATE_TIME,
        3,
        value == null ? 0 : value.length,
        "key".getBytes(StandardCharsets.UTF_8),
        value,
        all,
        Optional.empty());
  }
}
