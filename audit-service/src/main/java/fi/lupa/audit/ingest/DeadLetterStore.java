package fi.lupa.audit.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Counts the dead letters, so that the log can say what it lacks. Holds nothing of what they say.
 */
@Repository
class DeadLetterStore {
  private static final String ADD =
      """
      insert into dead_letter (topic, part, record_offset, sent_at, reason)
      select * from unnest($1::text[], $2::int[], $3::bigint[], $4::timestamptz[], $5::text[])
      on conflict do nothing
      """;

  private final DatabaseClient db;

  DeadLetterStore(DatabaseClient db) {
    this.db = db;
  }

  Mono<Void> add(List<DeadLetter> letters) {
    return letters.isEmpty()
        ? Mono.empty()
        : db.sql(ADD)
            .bind(0, parts(letters, ConsumerRecord::topic).toArray(String[]::new))
            .bind(1, parts(letters, ConsumerRecord::partition).toArray(Integer[]::new))
            .bind(2, parts(letters, ConsumerRecord::offset).toArray(Long[]::new))
            .bind(3, parts(letters, DeadLetterStore::sentAt).toArray(OffsetDateTime[]::new))
            .bind(4, letters.stream().map(letter -> letter.why().name()).toArray(String[]::new))
            .then();
  }

  private static <T> List<T> parts(
      List<DeadLetter> letters, Function<ConsumerRecord<byte[], byte[]>, T> part) {
    return letters.stream().map(letter -> part.apply(letter.record())).toList();
  }

  private static OffsetDateTime sentAt(ConsumerRecord<byte[], byte[]> record) {
    return Instant.ofEpochMilli(record.timestamp()).atOffset(ZoneOffset.UTC);
  }
}
