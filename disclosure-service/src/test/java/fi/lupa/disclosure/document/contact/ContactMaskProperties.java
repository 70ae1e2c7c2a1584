package fi.lupa.disclosure.document.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.lupa.disclosure.support.Given;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Masking any JSON text: as the naive reading says, and letter by letter where nothing is hidden.
 */
class ContactMaskProperties {
  private static final List<String> HIDDEN =
      List.of("osoite", "kotikunta", "lahiosoite", "Osoite", "sijoituspaikan_yhteystiedot");
  private static final List<String> OTHERS =
      List.of("yhteysosoite", "puhelinnumero", "yhteystiedot", "nimi", "a", "", "o\\u0073oitteet");
  private static final Arbitrary<String> SPACE = Arbitraries.of("", "", " ", "\n  ", "\t\r\n");

  private final ContactNames names = new ContactNames();
  private final ContactMask mask = new ContactMask(names, Given.JSON);

  /** JSON as text, with any space between its parts. */
  @Provide
  Arbitrary<String> documents() {
    return values(4);
  }

  /** JSON in which no name is one of contact data. */
  @Provide
  Arbitrary<String> harmless() {
    return values(3).map(text -> HIDDEN.stream().reduce(text, (t, n) -> t.replace(n, "x")));
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> simple =
        Arbitraries.of(
            "1",
            "-0.10",
            "1.0E+5",
            "123456789012345678901234567890.5",
            "true",
            "null",
            "\"\"",
            "\"Katu, 1\"",
            "\"a\\\"b\\\\\"",
            "\"\\u00e4,{}[]\"",
            "\"ä🙂\"");
    if (depth == 0) {
      return simple;
    }
    Arbitrary<List<String>> parts = values(depth - 1).list().ofMaxSize(4);
    Arbitrary<String> arrays =
        Combinators.combine(parts, SPACE).as((p, space) -> joined("[", p, "]", space));
    Arbitrary<String> objects =
        Combinators.combine(
                parts,
                Arbitraries.shuffle(
                    IntStream.range(0, 2)
                        .mapToObj(i -> i == 0 ? HIDDEN : OTHERS)
                        .flatMap(List::stream)
                        .toList()),
                SPACE)
            .as((p, keys, space) ->
                joined(
                    "{",
                    IntStream.range(0, p.size())
                        .mapToObj(i -> "\"" + keys.get(i) + "\"" + space + ":" + space + p.get(i))
                        .toList(),
                    "}",
                    space));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, simple),
        net.jqwik.api.Tuple.of(2, arrays),
        net.jqwik.api.Tuple.of(5, objects));
  }

  private static String joined(String open, List<String> parts, String close, String space) {
    return parts.stream()
        .collect(Collectors.joining(space + "," + space, open + space, space + close));
  }

  @Property
  void givesWhatTheNaiveReadingGives(@ForAll("documents") String document) {
    JsonNode masked = Given.JSON.readTree(mask.mask(document));
    assertThat(masked).isEqualTo(NaiveMask.of(Given.JSON.readTree(document), names));
  }

  @Property
  void leavesWhatHidesNothingLetterByLetter(@ForAll("harmless") String document) {
    assertThat(mask.mask(document)).isEqualTo(document);
  }

  @Property
  void maskingTwiceIsMaskingOnce(@ForAll("documents") String document) {
    String masked = mask.mask(document);
    assertThat(mask.mask(masked)).isEqualTo(masked);
  }

  @Example
  void cutsTheTextAndWritesNothingAnew() {
    Map<String, String> cuts =
        Map.of(
            "{\"osoite\": 1, \"a\": 1.50}", "{\"a\": 1.50}",
            "{\"a\": 1.50 , \"osoite\": {\"x\": [1]} }", "{\"a\": 1.50 }",
            "{ \"osoite\": 1 }", "{ }",
            "{\"a\":1e2, \"osoite\": 1, \"kotikunta\": 2, \"b\":\"\\u00e4\"}",
                "{\"a\":1e2, \"b\":\"\\u00e4\"}",
            "[{\"osoite\":1},{\"a\":{\"osoite\":2}}]", "[{},{\"a\":{}}]",
            "{\"o\\u0073oite\":1}", "{}",
            "{\"yhteysosoite\":{\"lahiosoite\":\"Katu 1\"}}",
                "{\"yhteysosoite\":{\"lahiosoite\":\"Katu 1\"}}");
    cuts.forEach((text, expected) -> assertThat(mask.mask(text)).isEqualTo(expected));
  }

  /** Larger than the parser reads at a time. */
  @Example
  void cutsAtTheRightPlaceInALargeDocument() {
    String member = "{\"nimi\":\"ä🙂 Katu\",\"osoite\":[{\"lahiosoite\":\"Salakatu 1\"}]}";
    String document =
        IntStream.range(0, 20_000).mapToObj(_ -> member).collect(Collectors.joining(",", "[", "]"));
    assertThat(mask.mask(document))
        .isEqualTo(document.replace(",\"osoite\":[{\"lahiosoite\":\"Salakatu 1\"}]", ""));
  }

  @Example
  void whatIsntJsonIsntGiven() {
    assertThatThrownBy(() -> mask.mask("{\"a\":1,")).isInstanceOf(JacksonException.class);
  }
}
