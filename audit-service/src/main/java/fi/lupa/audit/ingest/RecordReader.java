package fi.lupa.audit.ingest;

import fi.lupa.audit.LogTimes;
import fi.lupa.contracts.event.Event;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.Watermark;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a Kafka record as an event (CloudEvents, binary mode). Never throws: whatever comes is an
 * event, a watermark or refused with its reason.
 */
final class RecordReader {
  private static final String OWN = "fi.lupa.audit.";

  private final EventSchemas schemas;
  private final JsonMapper json;
  private final ObjectReader whole;

  RecordReader(EventSchemas schemas, JsonMapper json) {
    this.schemas = schemas;
    this.json = json;
    this.whole = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  Reading read(ConsumerRecord<byte[], byte[]> record) {
    Optional<EventType> type =
        header(record, "ce_type").filter(RecordReader::isOthers).flatMap(EventType::named);
    if (type.isEmpty()) {
      return new Reading.Refused(Refusal.TYPE_UNKNOWN);
    }
    Optional<String> data = Optional.ofNullable(record.value()).flatMap(RecordReader::text);
    Optional<JsonNode> tree = data.flatMap(this::tree);
    if (tree.isEmpty()) {
      return new Reading.Refused(Refusal.NOT_JSON);
    }
    return event(type.get(), tree.get())
        .map(event -> taken(record, type.get(), data.get(), event))
        .orElseGet(() -> new Reading.Refused(Refusal.SCHEMA_VIOLATED));
  }

  /** What this service tells itself comes over no topic: whoever sends such a thing isn't it. */
  private static boolean isOthers(String type) {
    return !type.startsWith(OWN);
  }

  private static Reading taken(
      ConsumerRecord<byte[], byte[]> record, EventType type, String data, Event event) {
    if (event instanceof Watermark watermark) {
      return at(watermark.upTo(), Reading.Mark::new);
    }
    Optional<UUID> id = header(record, "ce_id").flatMap(RecordReader::uuid);
    Optional<Instant> time = header(record, "ce_time").flatMap(RecordReader::instant);
    return id.isEmpty() || time.isEmpty()
        ? new Reading.Refused(Refusal.HEADER_INVALID)
        : at(time.get(), at -> new Reading.Taken(id.get(), at, type.ceType(), data, event));
  }

  /** PostgreSQL keeps microseconds; cut here, so that the same event always has the same time. */
  private static Reading at(Instant time, Function<Instant, Reading> reading) {
    return LogTimes.plausible(time)
        ? reading.apply(time.truncatedTo(ChronoUnit.MICROS))
        : new Reading.Refused(Refusal.TIME_IMPLAUSIBLE);
  }

  private Optional<Event> event(EventType type, JsonNode tree) {
    try {
      return schemas.fits(type, tree)
          ? Optional.of(json.treeToValue(tree, type.record()))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private Optional<JsonNode> tree(String data) {
    try {
      return Optional.of(whole.readTree(data)).filter(tree -> !tree.isMissingNode());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(Header::value)
        .flatMap(RecordReader::text);
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
