package fi.lupa.audit.party;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an organisation or a unit is called from a moment on.
 *
 * @param organisation the organisation itself, or the one that the unit belongs to
 */
public record PartyName(Oid oid, Instant since, Oid organisation, LocalizedText name) {
  /** The names that a changed organisation has from then on: its own and its units'. */
  public static List<PartyName> from(OrganisationChanged changed, Instant time) {
    List<PartyName> names = new ArrayList<>();
    names.add(new PartyName(changed.oid(), time, changed.oid(), changed.name()));
    changed.units().stream()
        .filter(unit -> !unit.oid().equals(changed.oid()))
        .forEach(unit -> names.add(new PartyName(unit.oid(), time, changed.oid(), unit.name())));
    return names;
  }
}
