package fi.lupa.verify.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fi.lupa.verify.tree.Malformed;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  @SuppressWarnings("unchecked") // Json makes no other lists
  void everyKindOfValueIsRead() {
    Map<String, Object> object =
        Json.object(
            " {\"a\":\"x\\\"\\\\\\/\\n\\u00e4ö\", \"b\" : [1, -2.5e3, true,false , null,[]],\"c\":{\"d\":{}}} ");

    assertThat(object.get("a")).isEqualTo("x\"\\/\näö");
    assertThat((List<Object>) object.get("b"))
        .hasSize(6)
        .startsWith(new Json.Number("1"), new Json.Number("-2.5e3"), true, false, null);
    assertThat(object.get("c")).isEqualTo(Map.of("d", Map.of()));
  }

  @Test
  void elementsOfOneMemberAreToldOneByOneHoweverMany() {
    StringBuilder text = new StringBuilder("{\"before\":1,\"items\":[");
    for (int n = 0; n < 50_000; n++) {
      text.append(n == 0 ? "" : ",").append("{\"n\":\"").append(n).append("\"}");
    }
    List<Object> told = new ArrayList<>();
    new Json(new StringReader(text.append("],\"after\":[2]}").toString()))
        .members("items", (name, value) -> told.add(value));

    assertThat(told).hasSize(50_002).endsWith(Map.of("n", "49999"), List.of(new Json.Number("2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\":1}x",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":tru}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u00g0\"}",
        "{\"a\":\"x}",
        "{\"a\":1,\"a\":2}",
        "{\"b\":{\"a\":1,\"a\":2}}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}"
      })
  void whatIsNotOfTheFormIsRefused(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Json.object(text));
  }

  @Test
  void whatIsNestedWithoutEndIsRefused() {
    String deep = "{\"a\":" + "[".repeat(100_000);
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Json.object(deep));
  }
}
