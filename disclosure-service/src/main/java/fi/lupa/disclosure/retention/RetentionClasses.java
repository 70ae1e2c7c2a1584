package fi.lupa.disclosure.retention;

import fi.lupa.contracts.ServiceTask;
import fi.lupa.disclosure.retention.RetentionClass.Start;
import fi.lupa.platform.codeset.YamlFiles;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The law's annex, from {@code codesets/retention-classes.yaml}. */
final class RetentionClasses {
  private static final String FILE = "codesets/retention-classes.yaml";

  private final List<RetentionClass> classes;

  RetentionClasses(List<RetentionClass> classes) {
    this.classes = List.copyOf(classes);
  }

  /**
   * @throws IllegalArgumentException when the file names a task or a start that isn't known, or no
   *     class for a task
   */
  static RetentionClasses load() {
    JsonNode file = YamlFiles.tree(FILE);
    RetentionClasses loaded =
        new RetentionClasses(
            file.properties().stream()
                .map(entry -> read(entry.getKey(), entry.getValue()))
                .toList());
    for (ServiceTask task : ServiceTask.values()) {
      if (loaded.of(one -> one.serviceTasks().contains(task)).isEmpty()) {
        throw new IllegalArgumentException("no retention class for " + task);
      }
    }
    return loaded;
  }

  /**
   * The classes of a document: by its type, else by what the storing system told, else by its
   * tasks. Empty when the class told isn't known.
   */
  List<RetentionClass> of(Kept document) {
    List<RetentionClass> byType = of(one -> one.documentTypes().contains(document.documentType()));
    if (!byType.isEmpty()) {
      return byType;
    }
    return document.retentionClass() == null
        ? of(one -> !Collections.disjoint(one.serviceTasks(), document.serviceTasks()))
        : of(one -> one.key().equals(document.retentionClass()));
  }

  private List<RetentionClass> of(Predicate<RetentionClass> belongs) {
    return classes.stream().filter(belongs).toList();
  }

  private static RetentionClass read(String key, JsonNode node) {
    return new RetentionClass(
        key,
        node.required("years").asInt(),
        Start.valueOf(node.required("from").asString()),
        texts(node.path("documentTypes"), Function.identity()),
        texts(node.path("serviceTasks"), ServiceTask::valueOf));
  }

  private static <T> Set<T> texts(JsonNode array, Function<String, T> reader) {
    return array.values().stream()
        .map(JsonNode::asString)
        .map(reader)
        .collect(Collectors.toUnmodifiableSet());
  }
}
