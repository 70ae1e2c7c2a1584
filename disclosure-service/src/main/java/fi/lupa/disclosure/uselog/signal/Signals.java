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
   * @param clients a query for all clients whose rows can fulfil it; null when there is none
   */
  private record Rule(String sql, @Nullable String clients, LocalizedText text) {}

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
        file.has("clients") ? file.required("clients").asString().strip() : null,
        YamlFiles.text(file));
  }

  /** The rule, a condition on a row {@code a} of {@code use_log}. */
  public String sql(Signal signal) {
    return Objects.requireNonNull(rules.get(signal)).sql();
  }

  /**
   * The same for a search over many rows of the organisation {@code $1}: first by what can be found
   * without a look at each row.
   */
  public String search(Signal signal) {
    Rule rule = Objects.requireNonNull(rules.get(signal));
    return rule.clients() == null
        ? rule.sql()
        : "a.client_ref = any(array(" + rule.clients() + ")) and " + rule.sql();
  }

  /** All of them with their explanations, in their fixed order. */
  public List<Told> all() {
    return Arrays.stream(Signal.values())
        .map(signal -> new Told(signal, Objects.requireNonNull(rules.get(signal)).text()))
        .toList();
  }
}
