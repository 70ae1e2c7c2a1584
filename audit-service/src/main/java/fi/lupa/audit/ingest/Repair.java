package fi.lupa.audit.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a dead letter is to be replaced before it is read again; nothing, when only a newer
 * version was needed to read it.
 *
 * @param value the whole value
 */
public record Repair(@Nullable ObjectNode value, @Nullable Headers headers) {
  /**
   * @param id {@code ce_id}
   * @param time {@code ce_time}
   * @param type {@code ce_type}
   */
  public record Headers(@Nullable String id, @Nullable String time, @Nullable String type) {
    static final Headers NONE = new Headers(null, null, null);
  }

  /** Whether the letter is taken as something else than it came. */
  public boolean changes() {
    return value != null || (headers != null && !headers.equals(Headers.NONE));
  }

  /** The record as its source should have sent it. */
  ConsumerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> letter, LetterPlace place) {
    RecordHeaders repaired = new RecordHeaders(letter.headers().toArray());
    Headers given = headers == null ? Headers.NONE : headers;
    replace(repaired, "ce_id", given.id());
    replace(repaired, "ce_time", given.time());
    replace(repaired, "ce_type", given.type());
    byte[] bytes =
        value == null ? letter.value() : value.toString().getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(
        place.topic(),
        place.partition(),
        place.offset(),
        letter.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        letter.key(),
        bytes,
        repaired,
        Optional.empty());
  }

  private static void replace(RecordHeaders headers, String name, @Nullable String value) {
    if (value != null) {
      headers.remove(name);
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
