package fi.lupa.audit.ingest;

import fi.lupa.audit.ingest.Batch.Place;
import fi.lupa.contracts.event.Topics;
import fi.lupa.platform.problem.Places;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Reads the topics in batches and blocks its thread until a batch is stored; its offsets are
 * committed after that. That was six times faster than a reactive listener and can't lose records
 * (RATIONALE.md).
 */
@Component
class Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final Set<Place> seen = ConcurrentHashMap.newKeySet();
  private final Ingest ingest;

  Listener(Ingest ingest) {
    this.ingest = ingest;
  }

  /** Every topic of {@link fi.lupa.audit.coverage.Source}. */
  @KafkaListener(topics = {Topics.AUTHORIZATION, Topics.CONSENT, Topics.DISCLOSURE})
  void receive(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
    try {
      Set<Place> unseen = unseen(records, consumer);
      ingest.take(records, unseen);
      seen.addAll(unseen);
    } catch (RuntimeException e) {
      LOG.warn("{} records wait: {}", records.size(), Places.of(e));
      throw new IllegalStateException("a batch couldn't be stored now");
    }
  }

  /**
   * All partitions of these topics, not only this consumer's: one that nobody has read yet holds
   * completeness back.
   */
  private Set<Place> unseen(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
    return records.stream()
        .map(ConsumerRecord::topic)
        .distinct()
        .flatMap(topic ->
            IntStream.range(0, consumer.partitionsFor(topic).size())
                .mapToObj(partition -> new Place(topic, partition)))
        .filter(place -> !seen.contains(place))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
