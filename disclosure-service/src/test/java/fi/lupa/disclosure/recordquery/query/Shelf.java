package fi.lupa.disclosure.recordquery.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client's documents in a register, kept as naively as can be. */
final class Shelf {
  private final Map<String, List<Version>> documents = new LinkedHashMap<>();

  /**
   * @param first when the document's first version was recorded
   */
  record Version(String oid, int number, String first, String status) {
    private static final Comparator<Version> OLDEST_FIRST =
        Comparator.comparing(Version::first)
            .thenComparing(Version::oid)
            .thenComparing(Version::number);

    boolean stands() {
      return !status.equals("VOIDED");
    }

    private Version as(String status) {
      return new Version(oid, number, first, status);
    }
  }

  void stored(String oid, String recordedAt) {
    documents.put(oid, new ArrayList<>(List.of(new Version(oid, 1, recordedAt, "CURRENT"))));
  }

  void renewed(String oid) {
    List<Version> versions = documents.get(oid);
    versions.add(new Version(oid, versions.size() + 1, versions.getFirst().first(), "CURRENT"));
    newestIsCurrent(versions);
  }

  void voided(String oid, Collection<Integer> numbers) {
    List<Version> versions = documents.get(oid);
    versions.replaceAll(v -> numbers.contains(v.number()) ? v.as("VOIDED") : v);
    newestIsCurrent(versions);
  }

  private static void newestIsCurrent(List<Version> versions) {
    int newest =
        versions.stream().filter(Version::stands).mapToInt(Version::number).max().orElse(0);
    versions.replaceAll(
        v -> v.stands() ? v.as(v.number() == newest ? "CURRENT" : "SUPERSEDED") : v);
  }

  Version version(String oid, int number) {
    return documents.get(oid).get(number - 1);
  }

  Optional<Version> current(String oid) {
    return documents.get(oid).stream().filter(v -> v.status().equals("CURRENT")).findFirst();
  }

  List<Integer> notVoided(String oid) {
    return documents.get(oid).stream().filter(Version::stands).map(Version::number).toList();
  }

  /** The documents that aren't voided whole. */
  Set<String> standing() {
    return documents.keySet().stream()
        .filter(oid -> current(oid).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What comes after a version, newest first. */
  List<Version> after(@Nullable Version last, boolean all) {
    return documents.values().stream()
        .flatMap(List::stream)
        .filter(v -> all || v.status().equals("CURRENT"))
        .filter(v ->
            last == null
                || (all
                    ? Version.OLDEST_FIRST.compare(v, last) < 0
                    : !v.oid().equals(last.oid()) && Version.OLDEST_FIRST.compare(v, last) < 0))
        .sorted(Version.OLDEST_FIRST.reversed())
        .toList();
  }
}
