package fi.lupa.audit.ingest;

import static fi.lupa.audit.Events.CLIENT;
import static fi.lupa.audit.Events.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.audit.ingest.Batch.Place;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Watermark;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final RecordReader READER = new RecordReader(EventSchemas.load(), Kafka.JSON);

  @Test
  void aPollIsSortedByWhatIsToBeDone() {
    ConsumerRecord<byte[], byte[]> poison =
        Kafka.record("consent.events", 4, Map.of("ce_type", "other"), new byte[0]);

    Batch batch =
        Batch.of(
            List.of(
                Kafka.record(new UUID(1, 1), TIME, Events.read(CLIENT, 1)),
                mark("consent.events", 4, TIME),
                poison,
                Kafka.record(new UUID(1, 2), TIME, Events.read(CLIENT, 2))),
            READER);

    assertThat(batch.events())
        .extracting(Reading.Taken::id)
        .containsExactly(new UUID(1, 1), new UUID(1, 2));
    assertThat(batch.marks()).containsExactly(Map.entry(new Place("consent.events", 4), TIME));
    assertThat(batch.dead()).containsExactly(new DeadLetter(poison, Refusal.TYPE_UNKNOWN));
  }

  @Test
  void onlyTheNewestMarkOfAPartitionCounts() {
    Batch batch =
        Batch.of(
            List.of(
                mark("b", 0, TIME.plusSeconds(1)),
                mark("b", 0, TIME.plusSeconds(3)),
                mark("b", 0, TIME.plusSeconds(2)),
                mark("a", 10, TIME),
                mark("a", 9, TIME)),
            READER);

    assertThat(batch.marks().keySet())
        .as("in one order for all writers")
        .containsExactly(new Place("a", 9), new Place("a", 10), new Place("b", 0));
    assertThat(batch.marks()).containsEntry(new Place("b", 0), TIME.plusSeconds(3));
  }

  @Test
  void monthsAreThoseOfTheEventsInUtc() {
    Batch batch =
        Batch.of(
            List.of(
                Kafka.record(
                    new UUID(1, 1),
                    Instant.parse("2026-11-30T23:59:59.999999Z"),
                    Events.read(CLIENT, 1)),
                Kafka.record(
                    new UUID(1, 2), Instant.parse("2026-12-01T00:00:00Z"), Events.read(CLIENT, 1)),
                Kafka.record(
                    new UUID(1, 3), Instant.parse("2012-02-29T12:00:00Z"), Events.read(CLIENT, 1))),
            READER);

    assertThat(batch.months())
        .containsExactlyInAnyOrder(
            YearMonth.of(2026, 11), YearMonth.of(2026, 12), YearMonth.of(2012, 2));
  }

  private static ConsumerRecord<byte[], byte[]> mark(String topic, int partition, Instant upTo) {
    return Kafka.record(
        topic,
        partition,
        Map.of("ce_type", EventType.WATERMARK.ceType()),
        Kafka.JSON.writeValueAsBytes(new Watermark("/any", upTo)));
  }
}
