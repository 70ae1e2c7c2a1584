package fi.lupa.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.testkit.schema.NationalSchemas;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternsTest {
  private static boolean matches(String pattern, String text) {
    return new LinearPatterns().getRegularExpression(pattern).matches(text);
  }

  /** ECMA-262 finds a pattern anywhere, and its end is the end, not the line before it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          b, abc, true
          ^b, abc, false
          ^a$, a, true
          ^[^\\u0041-\\u005a]$, B, false
          ^[^\\u0041-\\u005a]$, b, true
          ^\\\\u0041$, \\u0041, true
          ^\\d+$, ١٢, false
          ^\\p{L}+$, Äiti, true
          ^.$, 😀, true
          """)
  void theyMeanWhatJsonSchemaSays(String pattern, String text, boolean matches) {
    assertThat(matches(pattern, text)).isEqualTo(matches);
  }

  @Test
  void aLineEndIsNotTheEnd() {
    assertThat(matches("^a$", "a\n")).isFalse();
    assertThat(matches("^a", "b\na")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "(", "a{2,1}", "\\u00"})
  void whatCannotBeLinearIsRefused(String pattern) {
    assertThatThrownBy(() -> matches(pattern, "a")).isInstanceOf(BadSchemas.class);
  }

  /** As Java reads the national patterns, so does RE2. */
  @Test
  void nationalPatternsMeanTheSame() {
    NationalSchemas.needed();
    Set<String> patterns = new LinkedHashSet<>();
    for (String oid : NationalSchemas.oids()) {
      NationalSchemas.schema(oid)
          .findValues("pattern")
          .forEach(pattern -> patterns.add(pattern.asString()));
    }
    assertThat(patterns).hasSizeGreaterThan(50);
    for (String pattern : patterns) {
      for (String text : TEXTS) {
        assertThat(matches(pattern, text))
            .as(pattern + " " + text)
            .isEqualTo(java.util.regex.Pattern.compile(pattern).matcher(text).find());
      }
    }
  }

  private static final String[] TEXTS = {
    "",
    "2026",
    "2026-13",
    "2026-03",
    "-0044-03-15",
    "2026-02-31",
    "2026-3-1",
    " 2026-03-10",
    "2026-03-10T09:00:00Z",
    "2026-03-10T24:00:00Z",
    "2026-03-10T23:59:59.999+14:00",
    "2026-03-10T23:59:59+14:01",
    "2026-03-10T09:00Z",
    "20260310",
    "urn:oid:1.2.246.537.6.1221",
    "urn:oid:1.2.246.537.6.1207.2023",
    "urn:oid:1.2.246.537.6.1207.",
    "urn:oid:1x2.246.537.6.1207"
  };
}
