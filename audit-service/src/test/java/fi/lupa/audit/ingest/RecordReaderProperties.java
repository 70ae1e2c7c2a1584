package fi.lupa.audit.ingest;

import static fi.lupa.audit.Events.CLIENT;
import static fi.lupa.audit.Events.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.Events;
import fi.lupa.contracts.event.EventType;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever stands in a topic, reading it neither throws nor takes what it isn't. */
class RecordReaderProperties {
  private static final RecordReader READER = new RecordReader(EventSchemas.load(), Kafka.JSON);
  private static final byte[] EVENT = Kafka.JSON.writeValueAsBytes(Events.read(CLIENT, 2));

  @Property(tries = 500)
  void anyBytesAreRefused(@ForAll byte[] value, @ForAll EventType type) {
    assertThat(read(Map.of("ce_type", type.ceType()), value)).isInstanceOf(Reading.Refused.class);
  }

  @Property(tries = 500)
  void anyHeadersAreRefused(@ForAll String id, @ForAll String time, @ForAll String type) {
    assertThat(read(Map.of("ce_id", id, "ce_time", time, "ce_type", type), EVENT))
        .isInstanceOf(Reading.Refused.class);
  }

  @Property(tries = 500)
  void anEventWithOneByteChangedIsReadOrRefused(@ForAll int at, @ForAll byte to) {
    byte[] value = EVENT.clone();
    value[Math.floorMod(at, value.length)] = to;

    assertThat(read(Kafka.headers(new UUID(1, 1), TIME, EventType.RECORDS_QUERIED.ceType()), value))
        .isInstanceOfAny(Reading.Taken.class, Reading.Refused.class);
  }

  private static Reading read(Map<String, String> headers, byte[] value) {
    return READER.read(Kafka.record("disclosure.events", 0, headers, value));
  }
}
