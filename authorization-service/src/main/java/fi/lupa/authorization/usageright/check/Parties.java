package fi.lupa.authorization.usageright.check;

import fi.lupa.contracts.Oid;
import java.util.Map;
import java.util.Optional;

/**
 * The organisations that a right names, as they are registered.
 *
 * @param organisations those that are registered at all
 * @param units their open units that the right names, with whose they are
 */
record Parties(Map<Oid, Party> organisations, Map<Oid, Oid> units) {
  Optional<Party> party(Oid organisation) {
    return Optional.ofNullable(organisations.get(organisation));
  }

  boolean has(Oid organisation, Oid unit) {
    return organisation.equals(units.get(unit));
  }
}
