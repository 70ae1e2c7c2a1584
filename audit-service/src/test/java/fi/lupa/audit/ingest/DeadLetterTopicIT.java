package fi.lupa.audit.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.audit.SharedIT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stood at one place of a topic that was made anew isn't what stands there now. */
class DeadLetterTopicIT extends SharedIT {
  private static final String SOURCE = "disclosure.events";
  private static final int PARTITION = 7_001;

  @Autowired DeadLetterTopic letters;

  @Test
  void ofTwoLettersFromOnePlaceTheLastBeforeItWasCountedIsFound() {
    letters.send(List.of(letter("of the topic before", 5)));
    letters.send(List.of(letter("of the topic now", 5), letter("of another place", 6)));

    assertThat(letters.find(place(5, Instant.now())))
        .hasValueSatisfying(found -> assertThat(text(found)).isEqualTo("of the topic now"));
  }

  @Test
  void aLetterThatTheTopicDoesNotHoldIsNotFound() {
    letters.send(List.of(letter("there", 8)));

    assertThat(letters.find(place(9, Instant.now()))).isEmpty();
    assertThat(letters.find(place(8, Instant.now().minusSeconds(3_600))))
        .as("it came long after what is looked for was counted")
        .isEmpty();
  }

  private static LetterPlace place(long offset, Instant received) {
    return new LetterPlace(SOURCE, PARTITION, offset, received);
  }

  private static DeadLetter letter(String value, long offset) {
    return new DeadLetter(
        new ConsumerRecord<>(
            SOURCE, PARTITION, offset, new byte[0], value.getBytes(StandardCharsets.UTF_8)),
        Refusal.SCHEMA_VIOLATED);
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }
}
