package fi.lupa.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.contracts.LocalizedText;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ParsedTextsTest {
  private final ParsedTexts<LocalizedText> texts =
      new ParsedTexts<>(JsonMapper.builder().build(), LocalizedText.class);

  @Test
  void theSameTextIsReadOnce() {
    LocalizedText first = texts.of("{\"fi\":\"Suunnitelma\"}");
    assertThat(first).isEqualTo(new LocalizedText("Suunnitelma", null, null));
    assertThat(texts.of("{\"fi\":\"Suunni".concat("telma\"}"))).isSameAs(first);
  }

  @Test
  void anotherTextIsAnotherRecord() {
    texts.of("{\"fi\":\"Suunnitelma\"}");
    assertThat(texts.of("{\"fi\":\"Suunnitelma \"}").fi()).isEqualTo("Suunnitelma ");
  }

  @Test
  void whatCannotBeReadFailsEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> texts.of("{")).isInstanceOf(JacksonException.class);
    }
  }
}
