package fi.lupa.disclosure.role;

import fi.lupa.platform.codeset.YamlFiles;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One code set as its file has it. What isn't known in it ends the start of the service: an
 * operator's slip must not open or close registers.
 */
record CodeSetFile(String name, JsonNode tree) {
  private static final String ALL = "ALL";

  static CodeSetFile load(String name) {
    return new CodeSetFile(name, YamlFiles.tree("codesets/" + name));
  }

  Set<String> keys() {
    return Set.copyOf(tree.propertyNames());
  }

  <T> Map<String, T> map(JsonNode members, BiFunction<String, JsonNode, T> reader) {
    return members.properties().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, one -> reader.apply(one.getKey(), one.getValue())));
  }

  /** The members that an entry may have, and no others. */
  void onlyHas(String entry, JsonNode node, Set<String> members) {
    for (String name : node.propertyNames()) {
      known(entry, name, members);
    }
  }

  /** A list of names, or the word for all of them. */
  Set<String> names(String entry, JsonNode node, Set<String> known) {
    return node.isString() && node.asString().equals(ALL) ? known : some(entry, node, known);
  }

  Set<String> some(String entry, JsonNode node, Set<String> known) {
    if (!node.isMissingNode() && !node.isArray()) {
      throw fault(entry, "a list is needed");
    }
    return node.valueStream()
        .map(name -> known(entry, name.asString(), known))
        .collect(Collectors.toUnmodifiableSet());
  }

  <E extends Enum<E>> Set<E> enums(String entry, JsonNode node, Class<E> type, boolean all) {
    Set<String> known = constants(type);
    Set<String> names = all ? names(entry, node, known) : some(entry, node, known);
    return names.stream()
        .map(name -> Enum.valueOf(type, name))
        .collect(Collectors.toUnmodifiableSet());
  }

  <E extends Enum<E>> E one(String entry, String name, Class<E> type) {
    return Enum.valueOf(type, known(entry, name, constants(type)));
  }

  private static <E extends Enum<E>> Set<String> constants(Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  String known(String entry, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw fault(entry, name + " isn't known");
    }
    return name;
  }

  IllegalArgumentException fault(String entry, String what) {
    return new IllegalArgumentException(name + ", " + entry + ": " + what);
  }
}
