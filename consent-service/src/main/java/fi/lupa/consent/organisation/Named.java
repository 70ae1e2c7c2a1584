package fi.lupa.consent.organisation;

import fi.lupa.contracts.LocalizedText;
import fi.lupa.contracts.Oid;
import fi.lupa.contracts.event.OrganisationChanged;
import java.util.stream.Stream;

/** What an organisation or a unit is called since a version of the organisation. */
record Named(Oid oid, long version, LocalizedText name) {
  /** The organisation and all its units. */
  static Stream<Named> in(OrganisationChanged organisation) {
    return Stream.concat(
        Stream.of(new Named(organisation.oid(), organisation.version(), organisation.name())),
        organisation.units().stream()
            .map(unit -> new Named(unit.oid(), organisation.version(), unit.name())));
  }
}
