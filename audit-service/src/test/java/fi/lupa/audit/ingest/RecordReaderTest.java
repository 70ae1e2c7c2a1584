package fi.lupa.audit.ingest;

import static fi.lupa.audit.Events.CLIENT;
import static fi.lupa.audit.Events.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.contracts.event.EventType;
import fi.lupa.contracts.event.RecordsQueried;
import fi.lupa.contracts.event.Watermark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class RecordReaderTest {
  private static final RecordReader READER = new RecordReader(EventSchemas.load(), Kafka.JSON);
  private static final UUID ID = UUID.fromString("0193a000-0000-7000-8000-000000000001");
  private static final RecordsQueried EVENT = Events.read(CLIENT, 2);
  private static final String TYPE = EventType.RECORDS_QUERIED.ceType();

  @Test
  void anEventIsTakenAsItCame() {
    ConsumerRecord<byte[], byte[]> record = Kafka.record(ID, TIME, EVENT);

    assertThat(READER.read(record))
        .isEqualTo(
            new Reading.Taken(
                ID, TIME, TYPE, new String(record.value(), StandardCharsets.UTF_8), EVENT));
  }

  @Test
  void whatTheLogTellsItselfIsRefusedFromATopic() throws IOException {
    EventType own = EventType.WITHHOLDING_CHANGED;
    byte[] value =
        new ClassPathResource("events/samples/" + own.ceType() + ".1.json").getContentAsByteArray();
    assertThat(Kafka.JSON.readValue(value, own.record())).isNotNull();

    assertThat(why(Kafka.headers(ID, TIME, own.ceType()), value)).isEqualTo(Refusal.TYPE_UNKNOWN);
  }

  @Test
  void aWatermarkNeedsNoIdAndNoTime() {
    byte[] value = Kafka.JSON.writeValueAsBytes(new Watermark("/consent-service", TIME));

    assertThat(READER.read(with(Map.of("ce_type", EventType.WATERMARK.ceType()), value)))
        .isEqualTo(new Reading.Mark(TIME));
  }

  @Test
  void timeIsCutToWhatTheDatabaseKeeps() {
    Instant fine = Instant.parse("2026-11-30T23:59:59.999999999Z");

    assertThat(READER.read(Kafka.record(ID, fine, EVENT)))
        .isInstanceOfSatisfying(
            Reading.Taken.class,
            taken ->
                assertThat(taken.time()).isEqualTo(Instant.parse("2026-11-30T23:59:59.999999Z")));
  }

  @ParameterizedTest
  @CsvSource({"ce_type", "ce_id", "ce_time"})
  void aMissingHeaderIsRefused(String header) {
    Map<String, String> headers = Kafka.headers(ID, TIME, TYPE);
    headers.remove(header);

    assertThat(why(headers, json()))
        .isEqualTo(header.equals("ce_type") ? Refusal.TYPE_UNKNOWN : Refusal.HEADER_INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_id, 1-1-1-1-1",
    "ce_id, not an id",
    "ce_time, yesterday",
    "ce_time, 2026-13-01T00:00:00Z"
  })
  void aHeaderOfAnotherFormIsRefused(String header, String text) {
    Map<String, String> headers = Kafka.headers(ID, TIME, TYPE);
    headers.put(header, text);

    assertThat(why(headers, json())).isEqualTo(Refusal.HEADER_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1999-12-31T23:59:59Z",
        "2100-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
      })
  void aTimeThatCannotBeIsRefused(String time) {
    assertThat(why(Kafka.headers(ID, Instant.parse(time), TYPE), json()))
        .isEqualTo(Refusal.TIME_IMPLAUSIBLE);
  }

  @Test
  void aWatermarkOfATimeThatCannotBePromisesNothing() {
    byte[] value =
        Kafka.JSON.writeValueAsBytes(new Watermark("/any", Instant.parse("2345-01-01T00:00:00Z")));

    assertThat(why(Map.of("ce_type", EventType.WATERMARK.ceType()), value))
        .isEqualTo(Refusal.TIME_IMPLAUSIBLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi.lupa.disclosure.records-queried.v2", "", "x"})
  void aTypeOfAnotherVersionIsRefused(String type) {
    assertThat(why(Kafka.headers(ID, TIME, type), json())).isEqualTo(Refusal.TYPE_UNKNOWN);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "{", "nothing", "{} {}", "{\"a\":1}x"})
  void whatIsNotJsonIsRefused(String value) {
    assertThat(why(headers(), value == null ? null : value.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Refusal.NOT_JSON);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] value = json();
    value[value.length / 2] = (byte) 0xff;

    assertThat(why(headers(), value)).isEqualTo(Refusal.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "1", "\"text\""})
  void whatBreaksTheSchemaIsRefused(String value) {
    assertThat(why(headers(), value.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Refusal.SCHEMA_VIOLATED);
  }

  @Test
  void anUnknownMemberIsRefused() {
    String more = new String(json(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"more\":1,");

    assertThat(why(headers(), more.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Refusal.SCHEMA_VIOLATED);
  }

  private static Map<String, String> headers() {
    return Kafka.headers(ID, TIME, TYPE);
  }

  private static byte[] json() {
    return Kafka.JSON.writeValueAsBytes(EVENT);
  }

  private static Refusal why(Map<String, String> headers, byte[] value) {
    return READER.read(with(headers, value)) instanceof Reading.Refused refused
        ? refused.why()
        : null;
  }

  private static ConsumerRecord<byte[], byte[]> with(Map<String, String> headers, byte[] value) {
    return Kafka.record("disclosure.events", 0, headers, value);
  }
}
