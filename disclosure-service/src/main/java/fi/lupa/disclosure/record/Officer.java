package fi.lupa.disclosure.record;

import fi.lupa.contracts.Oid;
import fi.lupa.disclosure.record.AccessExplanation.Professional;
import fi.lupa.disclosure.record.AccessExplanation.RequestedBy;

/** Who supervises a register, and in which unit: the contract's {@code Officer}. */
public record Officer(Oid unit, Professional professional) {
  public RequestedBy of(Oid organisation) {
    return new RequestedBy(organisation, unit, professional);
  }
}
