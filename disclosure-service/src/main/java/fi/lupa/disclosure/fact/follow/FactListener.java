package fi.lupa.disclosure.fact.follow;

import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import fi.lupa.disclosure.fact.FactStore;
import fi.lupa.platform.problem.Places;
import fi.lupa.platform.sql.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the facts' topics: brings what the fence could not push. Blocks its listener thread on
 * one statement per batch, so offsets are committed only when the facts are.
 */
@Component
class FactListener {
  static final String GROUP = "disclosure-service";
  private static final Logger LOG = LoggerFactory.getLogger(FactListener.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FactStore facts;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Counter unreadable;

  FactListener(FactStore facts, Transactions transactions, JsonMapper json, MeterRegistry meters) {
    this.facts = facts;
    this.transactions = transactions;
    this.json = json;
    this.unreadable = meters.counter("lupa.facts.unreadable");
  }

  @KafkaListener(
      id = "facts",
      groupId = GROUP,
      topics = {Topics.AUTHORIZATION, Topics.CONSENT},
      batch = "true")
  void follow(List<ConsumerRecord<String, byte[]>> records) {
    List<Event> events = records.stream().flatMap(record -> event(record).stream()).toList();
    if (!events.isEmpty()) {
      transactions.run(facts.apply(events)).block(PATIENCE);
    }
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
      return Optional.of(json.readValue(record.value(), known.get().record()));
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
