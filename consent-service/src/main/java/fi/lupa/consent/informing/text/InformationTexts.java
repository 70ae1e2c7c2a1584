package fi.lupa.consent.informing.text;

import fi.lupa.contracts.FinnishDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every version of the information text, in the order in which they come into force. */
public final class InformationTexts {
  private final List<InformationText> texts;

  /**
   * @param now a text must be in force from now on
   * @throws IllegalArgumentException when none is, or when two begin on the same day
   */
  InformationTexts(List<InformationText> texts, Instant now) {
    this.texts = texts.stream().sorted(Comparator.comparing(InformationText::validFrom)).toList();
    if (begun(now).findFirst().isEmpty()) {
      throw new IllegalArgumentException("no information text is in force");
    }
    if (texts.stream().map(InformationText::validFrom).distinct().count() < texts.size()) {
      throw new IllegalArgumentException("two information texts come into force on the same day");
    }
  }

  List<InformationText> all() {
    return texts;
  }

  public InformationText inForce(Instant now) {
    return begun(now).reduce(texts.getFirst(), (_, later) -> later);
  }

  /** Whether a client could be told this version then: also an older one than the newest. */
  public boolean couldBeTold(String version, Instant then) {
    return begun(then).anyMatch(text -> text.version().equals(version));
  }

  /** The version with that name, whenever it is in force. */
  public Optional<InformationText> version(String version) {
    return texts.stream().filter(text -> text.version().equals(version)).findFirst();
  }

  /** Whether a client who was told this version should be told the one in force now. */
  public boolean due(String version, Instant now) {
    return !inForce(now).version().equals(version);
  }

  private Stream<InformationText> begun(Instant then) {
    LocalDate day = FinnishDays.dayOf(then);
    return texts.stream().filter(text -> !text.validFrom().isAfter(day));
  }
}
