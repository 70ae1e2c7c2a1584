package fi.lupa.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalizedTextTest {
  @Test
  void speaksTheAskedLanguage() {
    LocalizedText text = new LocalizedText("lupa", "tillstånd", "permit");
    assertThat(text.in("fi")).isEqualTo("lupa");
    assertThat(text.in("sv")).isEqualTo("tillstånd");
    assertThat(text.in("en")).isEqualTo("permit");
  }

  @Test
  void fallsBackToFinnish() {
    LocalizedText text = new LocalizedText("lupa", null, null);
    assertThat(text.in("sv")).isEqualTo("lupa");
    assertThat(text.in("en")).isEqualTo("lupa");
    assertThat(text.in("de")).isEqualTo("lupa");
  }
}
