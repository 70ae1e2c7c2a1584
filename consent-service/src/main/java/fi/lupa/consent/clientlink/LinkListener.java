package fi.lupa.consent.clientlink;

import fi.lupa.contracts.event.ClientLinked;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Topics;
import fi.lupa.platform.problem.Places;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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
 * Follows the links of clients and nothing else of that topic. Blocks its listener thread until a
 * batch stands; a batch that meets no database comes again.
 */
@Component
class LinkListener {
  private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);
  private static final byte[] TYPE =
      EventType.CLIENT_LINKED.ceType().getBytes(StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LinkStore store;
  private final JsonMapper json;
  private final Counter unreadable;

  LinkListener(LinkStore store, JsonMapper json, MeterRegistry meters) {
    this.store = store;
    this.json = json;
    this.unreadable = meters.counter("lupa.links.unreadable");
  }

  @KafkaListener(topics = Topics.AUTHORIZATION, batch = "true")
  void follow(List<ConsumerRecord<String, byte[]>> records) {
    List<ClientLinked> links =
        records.stream()
            .filter(LinkListener::tellsOfLink)
            .flatMap(record -> link(record).stream())
            .toList();
    if (!links.isEmpty()) {
      store.follow(links).block(PATIENCE);
    }
  }

  private static boolean tellsOfLink(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return type != null && Arrays.equals(TYPE, type.value());
  }

  /** Counted and told, so that an alarm can stand on it; the link stays as it was. */
  private Optional<ClientLinked> link(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.of(whole(json.readValue(record.value(), ClientLinked.class)));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      unreadable.increment();
      LOG.error(
          "a link can't be read: {}-{}@{} {}",
          record.topic(),
          record.partition(),
          record.offset(),
          Places.of(e));
      return Optional.empty();
    }
  }

  /** Jackson leaves null what an event lacks. */
  private static ClientLinked whole(ClientLinked link) {
    Objects.requireNonNull(link.state());
    Objects.requireNonNull(link.client());
    Objects.requireNonNull(link.former());
    return link;
  }
}
