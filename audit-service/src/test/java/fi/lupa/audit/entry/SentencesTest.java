package fi.lupa.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.audit.Events;
import fi.lupa.audit.codeset.CodeSets;
import fi.lupa.contracts.event.Event;
import fi.lupa.platform.problem.ReasonCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every sentence the log can say, in all languages, against a file that people read and correct.
 * After a wanted change: run with {@code -Dlupa.golden=write} and read the difference.
 */
class SentencesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/sentences.txt");
  private static final Entries ENTRIES =
      new Entries(CodeSets.load(ReasonCatalog.load()), Sentences.load());

  @Test
  void sayWhatTheGoldenFileSays() throws IOException {
    String said = said();
    if ("write".equals(System.getProperty("lupa.golden"))) {
      Files.writeString(GOLDEN, said);
    }
    assertThat(said).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void everyLanguageHasEveryPhrase() {
    for (Map.Entry<String, Event> one : Cases.all().entrySet()) {
      assertThat(List.of("fi", "sv", "en"))
          .as(one.getKey())
          .extracting(language -> tell(one.getValue(), language).sentence())
          .doesNotHaveDuplicates()
          .allSatisfy(sentence -> assertThat(sentence).doesNotContain("{", "}", "  ", ".."));
    }
  }

  @Test
  void aNameIsNeverTakenForAPlaceToFill() {
    assertThat(Sentences.load().phrase("register", "en", Map.of("controllers", "{who} $1 \\")))
        .isEqualTo("Controller of the register: {who} $1 \\.");
  }

  @Test
  void anUnknownPhraseIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> Sentences.load().phrase("nothing", "fi", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sentences.load().phrase("register", "fi", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String said() {
    StringBuilder text = new StringBuilder();
    Cases.all()
        .forEach((name, event) -> {
          text.append("# ").append(name).append('\n');
          for (String language : List.of("fi", "sv", "en")) {
            text.append(language).append(": ");
            text.append(tell(event, language).sentence()).append('\n');
          }
          text.append('\n');
        });
    return text.toString();
  }

  private static LogEntry tell(Event event, String language) {
    return ENTRIES.tell(new UUID(1, 1), Events.TIME, event, Cases.NAMES, language);
  }
}
