package fi.lupa.disclosure.fact.follow;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.fact.EventReader;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.platform.problem.Places;
import fi.lupa.platform.sql.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the facts' topics: brings what the fence could not push. Blocks its listener thread on
 * one transaction per batch that applies the facts and notes how far they reach; reading goes on
 * from there.
 */
@Component
class FactListener implements ConsumerSeekAware {
  private static final Logger LOG = LoggerFactory.getLogger(FactListener.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

  private final FactStore facts;
  private final PositionStore positions;
  private final EventReader events;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Counter unreadable;

  FactListener(
      FactStore facts,
      PositionStore positions,
      EventReader events,
      Transactions transactions,
      JsonMapper json,
      MeterRegistry meters) {
    this.facts = facts;
    this.positions = positions;
    this.events = events;
    this.transactions = transactions;
    this.json = json;
    this.unreadable = meters.counter("lupa.facts.unreadable");
  }

  @KafkaListener(
      id = "facts",
      idIsGroup = false,
      topics = {Topics.AUTHORIZATION, Topics.CONSENT},
      batch = "true")
  void follow(List<ConsumerRecord<String, byte[]>> records) {
    List<Event> news = records.stream().flatMap(record -> event(record).stream()).toList();
    Map<TopicPartition, Long> next = new HashMap<>();
    records.forEach(record ->
        next.merge(
            new TopicPartition(record.topic(), record.partition()),
            record.offset() + 1,
            Math::max));
    transactions.run(facts.apply(news).then(positions.save(next))).block(PATIENCE);
  }

  /** A database that is away at this moment is waited for: no partition is read from elsewhere. */
  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assigned, ConsumerSeekCallback callback) {
    Map<TopicPartition, Long> known =
        Objects.requireNonNull(
            positions.all().retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN_AFTER)).block());
    assigned
        .keySet()
        .forEach(partition -> {
          Long next = known.get(partition);
          if (next == null) {
            callback.seekToBeginning(partition.topic(), partition.partition());
          } else {
            callback.seek(partition.topic(), partition.partition(), next);
          }
        });
  }

  private Optional<Event> event(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    Optional<EventType> known =
        Optional.ofNullable(type)
            .map(Header::value)
            .filter(Objects::nonNull)
            .flatMap(name -> EventType.named(new String(name, StandardCharsets.UTF_8)));
    if (known.isEmpty() || record.value() == null) {
      return unreadable(record, "unknown type");
    }
    if (known.get() == EventType.WATERMARK) {
      return Optional.empty();
    }
    try {
      Optional<Event> event = events.read(known.get(), json.readTree(record.value()));
      return event.isPresent() ? event : unreadable(record, "not as in the event's schema");
    } catch (JacksonException e) {
      return unreadable(record, Places.of(e));
    }
  }

  /** Counted and told, so that an alarm can stand on it; the fact stays as it was. */
  private Optional<Event> unreadable(ConsumerRecord<String, byte[]> record, String why) {
    unreadable.increment();
    LOG.error(
        "a fact can't be read: {}-{}@{} {}",
        record.topic(),
        record.partition(),
        record.offset(),
        why);
    return Optional.empty();
  }
}
