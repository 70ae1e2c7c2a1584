package fi.lupa.consent.informing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.LocalizedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InformationTextsTest {
  private static final InformationText FIRST = text("first", "2024-01-01");
  private static final InformationText SECOND = text("second", "2026-07-01");
  private static final InformationText COMING = text("coming", "2027-03-01");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final InformationTexts texts = new InformationTexts(List.of(COMING, FIRST, SECOND), NOW);

  @Test
  void theNewestThatHasBegunIsInForce() {
    assertThat(texts.inForce(NOW)).isEqualTo(SECOND);
    assertThat(texts.all()).containsExactly(FIRST, SECOND, COMING);
    assertThat(texts.version("coming")).contains(COMING);
    assertThat(texts.version("none")).isEmpty();
  }

  @Test
  void itsFirstDayIsAFinnishDay() {
    assertThat(texts.inForce(Instant.parse("2026-06-30T20:59:59Z"))).isEqualTo(FIRST);
    assertThat(texts.inForce(Instant.parse("2026-06-30T21:00:00Z"))).isEqualTo(SECOND);
    assertThat(texts.inForce(Instant.parse("2027-02-28T22:00:00Z"))).isEqualTo(COMING);
  }

  @Test
  void anOlderTextCouldBeToldAndOneToComeCouldNot() {
    assertThat(texts.couldBeTold("first", NOW)).isTrue();
    assertThat(texts.couldBeTold("second", NOW)).isTrue();
    assertThat(texts.couldBeTold("second", Instant.parse("2026-06-01T00:00:00Z"))).isFalse();
    assertThat(texts.couldBeTold("coming", NOW)).isFalse();
    assertThat(texts.couldBeTold("none", NOW)).isFalse();
  }

  @Test
  void whoWasToldAnotherTextIsDue() {
    assertThat(texts.due("second", NOW)).isFalse();
    assertThat(texts.due("first", NOW)).isTrue();
    assertThat(texts.due("one that the file has lost", NOW)).isTrue();
  }

  @Test
  void aFileWithoutATextInForceIsRefused() {
    assertThatThrownBy(() -> new InformationTexts(List.of(), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InformationTexts(List.of(COMING), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new InformationTexts(List.of(FIRST, text("same day", "2024-01-01")), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFileThatComesWithLupaIsReadable() {
    assertThat(TextFile.informationTexts(Clock.systemUTC()).all()).hasSizeGreaterThan(1);
  }

  private static InformationText text(String version, String day) {
    return new InformationText(
        version, LocalDate.parse(day), new LocalizedText("teksti", "text", "text"));
  }
}
