package fi.lupa.disclosure.citizen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithoutOidsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2.246.10.91000005.10.0 | …",
        "urn:oid:1.2.246.10.91000005.10.0 | …",
        "see 1.2.246.537.6.1221. Then | see …. Then",
        "\"tunnus\":\"1.2.246.10.1.14.2026.1\",\"n\":1.25 | \"tunnus\":\"…\",\"n\":1.25",
        "on 1.2.2026 at 10.30 | on 1.2.2026 at 10.30",
        "version 1.2.3.4 | version 1.2.3.4",
        "<a href=\"#k\">1.2.246.10.1.14.2026.1</a> | <a href=\"#k\">…</a>",
        "3.2.246.10.1.14.2026 | 3.2.246.10.1.14.2026"
      })
  void aText(String text, String shown) {
    assertThat(WithoutOids.of(text)).isEqualTo(shown);
  }

  @Test
  void aLongTextOfPointsAndFiguresIsReadOnce() {
    assertThat(WithoutOids.of("1.".repeat(2_000_000))).hasSizeLessThan(4_000_001);
    assertThat(WithoutOids.of("1".repeat(4_000_000))).hasSize(4_000_000);
  }
}
