package fi.lupa.verify.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

  @Test
  void identifiersAndWhatIsNotNamedGoToTheRestAndAllElseStaysAsItCame() {
    Parts parts =
        parts(
            """
            {"client": "5f0c6a1e-9d3b-4c7f-8e2a-b1d4f6a7c9e0", "outcome": "DENIED" ,
             "requester":{"organisation":"1.2.246.10.93000009.10.0","organisationName":{"fi":"Hoivakoto Oy","sv":null},
               "professionalRef":"x","role":"WORKER"}, "role":"MANDATE", "blocked" : true, "count":12,
             "controllers":[{"organisation":"1.2.246.1","name":{"fi":"A\\"B"}}],"serviceTasks":["DISABILITY"]}\
            """);

    assertThat(text(parts.shown()))
        .isEqualTo(
            """
            made.v1
            {"client": "*", "outcome": "DENIED" ,
             "requester":{"organisation":"*","organisationName":{"fi":"Hoivakoto Oy","sv":null},
               "professionalRef":"*","role":"*"}, "role":"MANDATE", "blocked" : "*", "count":12,
             "controllers":[{"organisation":"*","name":{"fi":"A\\"B"}}],"serviceTasks":["DISABILITY"]}\
            """);
    assertThat(text(parts.rest()))
        .isEqualTo(
            """
            "5f0c6a1e-9d3b-4c7f-8e2a-b1d4f6a7c9e0"
            "1.2.246.10.93000009.10.0"
            "x"
            "WORKER"
            true
            "1.2.246.1"\
            """);
    assertThat(parts.client()).contains("5f0c6a1e-9d3b-4c7f-8e2a-b1d4f6a7c9e0");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.246.10.93000009.10.0",
    "0.1",
    "document 1.2.246.10.1",
    "5F0C6A1E-9d3b-4c7f-8e2a-b1d4f6a7c9e0",
    "*"
  })
  void noIdentifierIsShownWhateverItsMember(String identifier) {
    Parts parts = parts("{\"purpose\":[\"" + identifier + "\"]}");

    assertThat(text(parts.shown())).isEqualTo("made.v1\n{\"purpose\":[\"*\"]}");
    assertThat(text(parts.rest())).isEqualTo("\"" + identifier + "\"");
  }

  @ParameterizedTest
  @CsvSource({"1506.15003", "2026-11-22", "2026-11-22T08:20:00.25Z", "3.4", "2.0 mg", "Hoivakoto"})
  void whatIsNoIdentifierIsShown(String value) {
    assertThat(text(parts("{\"purpose\":\"" + value + "\"}").rest())).isEmpty();
  }

  @Test
  void theClientIsTheEventsOwnMemberOnly() {
    assertThat(parts("{\"requester\":{\"client\":\"a\"}}").client()).isEmpty();
    assertThat(parts("{\"clients\":[{\"client\":\"a\"}]}").client()).isEmpty();
    assertThat(parts("{\"name\":{\"fi\":\"x\"},\"client\":\"a\"}").client()).contains("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {"{|", "\"a|", "\"a\\|", "}}|", "]", "{\"a\":|", "{\"outcome\"|"})
  void whatIsNoJsonHasItsPartsAllTheSame(String data) {
    Parts parts = parts(data);
    assertThat(joined(parts)).isEqualTo(data);
  }

  @Property
  void thePartsTellTheEventAndNothingElse(@ForAll("events") String data) {
    assertThat(joined(parts(data))).isEqualTo(data);
  }

  @Property
  void noMovedValueIsLeftInWhatIsShown(@ForAll("events") String data) {
    Parts parts = parts(data);
    for (String moved : text(parts.rest()).split("\n")) {
      if (moved.length() > 10) {
        assertThat(text(parts.shown())).doesNotContain(moved);
      }
    }
  }

  @Provide
  Arbitrary<String> events() {
    Arbitrary<String> values =
        Arbitraries.of(
            "\"1.2.246.10.93000009.10.0\"",
            "\"*\"",
            "\"a\\\"b\"",
            "true",
            "null",
            "-1.5e3",
            "\"5f0c6a1e-9d3b-4c7f-8e2a-b1d4f6a7c9e0\"",
            "\"DENIED\"",
            "\"\\\\\"");
    Arbitrary<String> names =
        Arbitraries.of("outcome", "client", "role", "requester", "fi", "*", "blocked", "unknown");
    return Arbitraries.lazyOf(
        () -> values,
        () -> values,
        () -> values.list().ofMaxSize(3).map(all -> "[" + String.join(" ,", all) + "]"),
        () ->
            names
                .flatMap(name -> events().map(value -> "\"" + name + "\" : " + value))
                .list()
                .ofMaxSize(4)
                .map(all -> "{" + String.join(", ", all) + "}"));
  }

  /** The event that two parts tell. */
  private static String joined(Parts parts) {
    String shown = text(parts.shown()).substring("made.v1\n".length());
    List<String> rest = new ArrayList<>(List.of(text(parts.rest()).split("\n", -1)));
    StringBuilder data = new StringBuilder();
    int from = 0;
    for (int at = shown.indexOf("\"*\""); at >= 0; at = shown.indexOf("\"*\"", from)) {
      boolean name = shown.substring(at + 3).stripLeading().startsWith(":");
      data.append(shown, from, at).append(name ? "\"*\"" : rest.removeFirst());
      from = at + 3;
    }
    return data.append(shown.substring(from)).toString();
  }

  private static Parts parts(String data) {
    return Parts.of("made.v1", data.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
