package fi.lupa.audit.ingest;

import fi.lupa.audit.ingest.Batch.Place;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How far each partition has been read. A mark never goes back, whatever is read again. */
@Repository
class MarkStore {
  private static final String EXPECT =
      """
      insert into source_partition (topic, part)
      select * from unnest($1::text[], $2::int[])
      on conflict do nothing
      """;
  private static final String ADVANCE =
      """
      update source_partition
      set up_to = greatest(source_partition.up_to, mark.up_to)
      from unnest($1::text[], $2::int[], $3::timestamptz[]) as mark (topic, part, up_to)
      where source_partition.topic = mark.topic and source_partition.part = mark.part
      """;

  private final DatabaseClient db;

  MarkStore(DatabaseClient db) {
    this.db = db;
  }

  /** Says which partitions there are: none of them may be forgotten when completeness is told. */
  Mono<Void> expect(Collection<Place> places) {
    return places.isEmpty()
        ? Mono.empty()
        : db.sql(EXPECT).bind(0, topics(places)).bind(1, partitions(places)).then();
  }

  Mono<Void> advance(Map<Place, Instant> marks) {
    List<Place> places = List.copyOf(marks.keySet());
    return marks.isEmpty()
        ? Mono.empty()
        : db.sql(ADVANCE)
            .bind(0, topics(places))
            .bind(1, partitions(places))
            .bind(
                2,
                marks.values().stream()
                    .map(upTo -> upTo.atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new))
            .then();
  }

  private static String[] topics(Collection<Place> places) {
    return places.stream().map(Place::topic).toArray(String[]::new);
  }

  private static Integer[] partitions(Collection<Place> places) {
    return places.stream().map(Place::partition).toArray(Integer[]::new);
  }
}
