package fi.lupa.audit.ingest;

import fi.lupa.audit.readmodel.Recorded;
import fi.lupa.audit.tree.EventKey;
import fi.lupa.audit.tree.NewEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one poll brought, sorted by what is to be done with it.
 *
 * @param marks the newest watermark of each partition
 */
record Batch(List<Reading.Taken> events, Map<Place, Instant> marks, List<DeadLetter> dead) {
  /** A partition of a topic. Ordered, so that all writers lock rows in the same order. */
  record Place(String topic, int partition) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byTopic = topic.compareTo(other.topic);
      return byTopic == 0 ? Integer.compare(partition, other.partition) : byTopic;
    }
  }

  static Batch of(List<ConsumerRecord<byte[], byte[]>> records, RecordReader reader) {
    List<Reading.Taken> events = new ArrayList<>();
    Map<Place, Instant> marks = new TreeMap<>();
    List<DeadLetter> dead = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      switch (reader.read(record)) {
        case Reading.Taken event -> events.add(event);
        case Reading.Mark mark ->
            marks.merge(new Place(record.topic(), record.partition()), mark.upTo(), Batch::later);
        case Reading.Refused refused -> dead.add(new DeadLetter(record, refused.why()));
      }
    }
    return new Batch(events, marks, dead);
  }

  static Batch dead(ConsumerRecord<byte[], byte[]> record, Refusal why) {
    return new Batch(List.of(), Map.of(), List.of(new DeadLetter(record, why)));
  }

  Set<YearMonth> months() {
    return events.stream()
        .map(event -> YearMonth.from(event.time().atOffset(ZoneOffset.UTC)))
        .collect(Collectors.toSet());
  }

  /** The events as leaves are made of them; each once, though it may have come twice. */
  List<NewEvent> newEvents() {
    return events.stream()
        .map(event -> new NewEvent(event.id(), event.time(), event.type(), event.data()))
        .collect(Collectors.toMap(NewEvent::key, event -> event, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Those of the events. What comes again is passed over: it may have been erased since. */
  List<Recorded> recorded(Set<EventKey> kept) {
    return events.stream()
        .filter(taken -> kept.contains(new EventKey(taken.id(), taken.time())))
        .map(taken -> new Recorded(taken.id(), taken.time(), taken.event()))
        .toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
