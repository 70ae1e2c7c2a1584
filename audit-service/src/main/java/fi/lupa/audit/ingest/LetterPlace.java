package fi.lupa.audit.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Where a dead letter stood before it was one.
 *
 * @param topic the source's
 * @param receivedAt when it was counted, which was soon after it had come to the dead letters'
 *     topic
 */
public record LetterPlace(String topic, int partition, long offset, Instant receivedAt) {
  /** Whether a record of the dead letters' topic is that one. */
  boolean isOf(ConsumerRecord<byte[], byte[]> letter) {
    return says(letter, DeadLetterTopic.TOPIC, topic)
        && says(letter, DeadLetterTopic.PARTITION, Integer.toString(partition))
        && says(letter, DeadLetterTopic.OFFSET, Long.toString(offset));
  }

  private static boolean says(ConsumerRecord<byte[], byte[]> letter, String name, String value) {
    Header header = letter.headers().lastHeader(name);
    return header != null && new String(header.value(), StandardCharsets.UTF_8).equals(value);
  }
}
