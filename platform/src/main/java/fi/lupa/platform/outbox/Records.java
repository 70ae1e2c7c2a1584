package fi.lupa.platform.outbox;

import fi.lupa.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Outbox rows as Kafka records: the CloudEvents Kafka binding in binary mode. */
final class Records {
  private Records() {}

  static ProducerRecord<String, byte[]> of(OutboxStore.Row row, String source) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            row.topic(), row.key(), row.payload().getBytes(StandardCharsets.UTF_8));
    Headers headers = record.headers();
    header(headers, "ce_specversion", "1.0");
    header(headers, "ce_id", row.id().toString());
    header(headers, "ce_source", source);
    header(headers, "ce_type", row.type());
    header(headers, "ce_time", row.time().toString());
    EventType.named(row.type()).ifPresent(type -> header(headers, "ce_dataschema", type.schema()));
    header(headers, "content-type", "application/json");
    if (row.traceparent() != null) {
      header(headers, "traceparent", row.traceparent());
    }
    return record;
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
