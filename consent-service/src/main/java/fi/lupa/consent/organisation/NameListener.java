package fi.lupa.consent.organisation;

import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.OrganisationChanged;
import fi.lupa.contracts.event.Topics;
import fi.lupa.platform.problem.Places;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the names of organisations. A reader of its own group: it began later than the one that
 * follows links, and reads the topic from its beginning. What it can't read has no name here.
 */
@Component
class NameListener {
  private static final Logger LOG = LoggerFactory.getLogger(NameListener.class);
  private static final byte[] TYPE =
      EventType.ORGANISATION_CHANGED.ceType().getBytes(StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final NameStore store;
  private final JsonMapper json;

  NameListener(NameStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  @KafkaListener(
      topics = Topics.AUTHORIZATION,
      groupId = "${spring.kafka.consumer.group-id}-names",
      batch = "true")
  void follow(List<ConsumerRecord<String, byte[]>> records) {
    List<Named> told =
        records.stream().filter(NameListener::tellsOfOrganisation).flatMap(this::named).toList();
    if (!told.isEmpty()) {
      store.follow(told).block(PATIENCE);
    }
  }

  private static boolean tellsOfOrganisation(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return type != null && Arrays.equals(TYPE, type.value());
  }

  private Stream<Named> named(ConsumerRecord<String, byte[]> record) {
    try {
      return Named.in(json.readValue(record.value(), OrganisationChanged.class)).toList().stream();
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      LOG.error(
          "an organisation can't be read: {}-{}@{} {}",
          record.topic(),
          record.partition(),
          record.offset(),
          Places.of(e));
      return Stream.empty();
    }
  }
}
