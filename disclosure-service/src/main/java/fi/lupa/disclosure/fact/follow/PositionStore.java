package fi.lupa.disclosure.fact.follow;

import fi.lupa.platform.sql.Rows;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * How far the facts' topics have been applied, in the same database as the facts: a database that
 * was restored or made anew goes on from where its facts really stand, whatever Kafka remembers of
 * the consumer group.
 */
@Repository
class PositionStore {
  private static final String SAVE =
      """
      insert into fact_position (topic, part, next_offset)
      select topic, part, next_offset from unnest($1, $2, $3) as p(topic, part, next_offset)
      on conflict (topic, part) do update set next_offset = excluded.next_offset
      """;

  private final DatabaseClient db;

  PositionStore(DatabaseClient db) {
    this.db = db;
  }

  /** Notes the next offset to read of each partition; in the transaction that applies the facts. */
  Mono<Long> save(Map<TopicPartition, Long> next) {
    List<Map.Entry<TopicPartition, Long>> rows =
        next.entrySet().stream()
            .sorted(Map.Entry.comparingByKey((a, b) -> a.toString().compareTo(b.toString())))
            .toList();
    return db.sql(SAVE)
        .bind(0, rows.stream().map(row -> row.getKey().topic()).toArray(String[]::new))
        .bind(1, rows.stream().map(row -> row.getKey().partition()).toArray(Integer[]::new))
        .bind(2, rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .fetch()
        .rowsUpdated();
  }

  /** The next offset of every partition ever read. */
  Mono<Map<TopicPartition, Long>> all() {
    return db.sql("select topic, part, next_offset from fact_position")
        .map(row ->
            Map.entry(
                new TopicPartition(
                    Rows.required(row, "topic", String.class),
                    Rows.required(row, "part", Integer.class)),
                Rows.required(row, "next_offset", Long.class)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }
}
