package fi.lupa.disclosure.uselog.signal;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.platform.codeset.YamlFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rules and explanations of all signals; a file that is missing ends the start. */
@Component
public class Signals {
  private final Map<Signal, Rule> rules =
      Arrays.stream(Signal.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Signals::rule));

  /**
   * @param sql a condition on a row {@code a} of {@code use_log}
   * @param first a condition that each row which fulfils it fulfils too, and that costs less where
   *     there are many rows: of the organisation {@code $1}, from {@code $2} until before {@code
   *     $3}
   */
  private record Rule(String sql, @Nullable String first, LocalizedText text) {}

  /**
   * What a signal says.
   *
   * @param text why such an access is worth a look
   */
  public record Told(Signal signal, LocalizedText text) {}

  private static Rule rule(Signal signal) {
    JsonNode file = YamlFiles.tree("signals/" + signal + ".yaml");
    return new Rule(
        file.required("rule").asString().strip(),
        file.has("first") ? file.required("first").asString().strip() : null,
        YamlFiles.text(file));
  }

  /** The rule, a condition on a row {@code a} of {@code use_log}. */
  public String sql(Signal signal) {
    return Objects.requireNonNull(rules.get(signal)).sql();
  }

  /**
   * The same for a search over all rows of the organisation {@code $1}, from {@code $2} until
   * before {@code $3}: first what can be found without a look at each row.
   */
  public String search(Signal signal) {
    Rule rule = Objects.requireNonNull(rules.get(signal));
    return rule.first() == null ? rule.sql() : rule.first() + " and " + rule.sql();
  }

  /** All of them with their explanations, in their fixed order. */
  public List<Told> all() {
    return Arrays.stream(Signal.values())
        .map(signal -> new Told(signal, Objects.requireNonNull(rules.get(signal)).text()))
        .toList();
  }
}
