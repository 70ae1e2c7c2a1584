package fi.lupa.audit.ingest;

import fi.lupa.audit.ingest.Batch.Place;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what a poll brought into the log. When it returns all of it is stored or counted as a dead
 * letter; when it throws nothing is promised and the same records must come again.
 */
@Component
class Ingest {
  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RecordReader reader;
  private final BatchStore store;
  private final DeadLetterTopic deadLetters;
  private final MeterRegistry meters;

  Ingest(RecordReader reader, BatchStore store, DeadLetterTopic deadLetters, MeterRegistry meters) {
    this.reader = reader;
    this.store = store;
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  /**
   * @param unseen partitions that the log doesn't know of yet
   */
  void take(List<ConsumerRecord<byte[], byte[]>> records, Set<Place> unseen) {
    try {
      keep(Batch.of(records, reader), unseen);
    } catch (RuntimeException e) {
      if (!Faults.lieInData(e)) {
        throw e;
      }
      LOG.warn(
          "a batch of {} has something that can't be stored, taking one by one", records.size());
      records.forEach(record -> takeAlone(record, unseen));
    }
  }

  private void takeAlone(ConsumerRecord<byte[], byte[]> record, Set<Place> unseen) {
    try {
      keep(Batch.of(List.of(record), reader), unseen);
    } catch (RuntimeException e) {
      if (!Faults.lieInData(e)) {
        throw e;
      }
      keep(Batch.dead(record, Refusal.NOT_STORABLE), unseen);
    }
  }

  /** The dead-letter topic comes first: a dead letter that is counted can always be found. */
  private void keep(Batch batch, Set<Place> unseen) {
    deadLetters.send(batch.dead());
    Long kept = store.store(batch, unseen).block(PATIENCE);
    long added = kept == null ? 0 : kept;
    count("stored", added);
    count("repeated", batch.events().size() - added);
    count("dead", batch.dead().size());
    batch
        .dead()
        .forEach(letter ->
            LOG.warn(
                "dead letter {} at {}-{}@{}",
                letter.why(),
                letter.record().topic(),
                letter.record().partition(),
                letter.record().offset()));
  }

  private void count(String result, long events) {
    meters.counter("lupa.audit.events", "result", result).increment(events);
  }
}
