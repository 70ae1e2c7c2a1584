package fi.lupa.audit.party;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fi.lupa.contracts.Oid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the name that an organisation or unit had at a moment; the log tells what was, not what is.
 */
public final class Names {
  public static final Names NONE = new Names(List.of());

  private final Map<Oid, List<PartyName>> byOid;

  public Names(List<PartyName> known) {
    this.byOid =
        known.stream()
            .collect(
                groupingBy(
                    PartyName::oid,
                    collectingAndThen(
                        toList(),
                        names -> names.stream().sorted(comparing(PartyName::since)).toList())));
  }

  /**
   * Who that was. A name that came later is better than none: sources don't wait for each other.
   */
  public Party at(Oid oid, Instant time) {
    return named(oid, time)
        .map(found ->
            found.oid().equals(found.organisation())
                ? new Party(found.name(), null)
                : new Party(
                    named(found.organisation(), time).map(PartyName::name).orElse(null),
                    found.name()))
        .orElse(Party.UNKNOWN);
  }

  private Optional<PartyName> named(Oid oid, Instant time) {
    List<PartyName> names = byOid.getOrDefault(oid, List.of());
    return names.reversed().stream()
        .filter(name -> !name.since().isAfter(time))
        .findFirst()
        .or(() -> names.stream().findFirst());
  }
}
