package fi.lupa.disclosure.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.retention.Told.ToldMatter;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The golden table: the law's annex, line by line. */
class RetentionTableTest {
  private final RetentionRules rules = new RetentionRules(RetentionClasses.load());

  static List<Named<JsonNode>> lines() throws IOException {
    try (InputStream in = RetentionTableTest.class.getResourceAsStream("/retention.yaml")) {
      JsonNode file = YAMLMapper.builder().build().readTree(Objects.requireNonNull(in));
      return file.values().stream()
          .map(line -> Named.of(line.required("says").asString(), line))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyLineHolds(JsonNode line) {
    Time time = rules.time(kept(line.required("document")), told(line.required("told")));
    if (line.has("until")) {
      assertThat(time).isInstanceOf(Time.Until.class);
      assertThat(((Time.Until) time).last()).isEqualTo(day(line, "until"));
    } else {
      assertThat(time).isInstanceOf(Time.NotKnown.class);
      assertThat(((Time.NotKnown) time).why()).hasToString(line.required("why").asString());
    }
  }

  private static Kept kept(JsonNode node) {
    LocalDate recorded = day(node, "recorded");
    return new Kept(
        "1.2.3",
        node.path("type").asString("1506.19001"),
        texts(node.path("tasks"), ServiceTask::valueOf).collect(Collectors.toSet()),
        texts(node.path("matters"), Function.identity()).collect(Collectors.toSet()),
        node.path("own").asString(null),
        node.path("class").asString(null),
        recorded == null ? LocalDate.of(2020, 1, 15) : recorded,
        day(node, "validTo"),
        1,
        true);
  }

  private static Told told(JsonNode node) {
    return new Told(
        day(node, "died"),
        node.path("matters").properties().stream()
            .map(matter ->
                new ToldMatter(
                    matter.getKey(),
                    matter.getValue().has("task")
                        ? ServiceTask.valueOf(matter.getValue().path("task").asString())
                        : null,
                    day(matter.getValue(), "closed"),
                    day(matter.getValue(), "child")))
            .toList());
  }

  private static <T> Stream<T> texts(JsonNode array, Function<String, T> reader) {
    return array.values().stream().map(JsonNode::asString).map(reader);
  }

  private static @Nullable LocalDate day(JsonNode node, String name) {
    return node.has(name) ? LocalDate.parse(node.path(name).asString()) : null;
  }
}
