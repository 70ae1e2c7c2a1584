package fi.lupa.contracts.event;

import fi.lupa.contracts.ContractFiles;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The sample events, each a named argument for parameterised tests. */
final class Samples {
  private Samples() {}

  /** One sample file; its name is the type's, a number and {@code .json}. */
  record Sample(String name, EventType type, JsonNode data) {
    Event event() {
      return ContractFiles.JSON.treeToValue(data, type.record());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> all() {
    return ContractFiles.in("events/samples", ".json").stream().map(Samples::sample).toList();
  }

  private static Sample sample(Path file) {
    String name = file.getFileName().toString();
    String type = name.replaceFirst("\\.[0-9]+\\.json$", "");
    return new Sample(name, EventType.named(type).orElseThrow(), ContractFiles.json(file));
  }
}
