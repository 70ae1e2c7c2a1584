package fi.lupa.disclosure.decision;

import fi.lupa.contracts.Oid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the archive itself knows that a client relationship stands, so that a claim alone is not
 * enough (Act 703/2023 9 and 57 §): the organisation has an open client relationship or matter of
 * the client in its own register, or a register usage right about the client is in force that it
 * has given, or may use.
 */
final class Ties {
  private Ties() {}

  /** The facts that prove it, each of which would do; empty when the archive knows of none. */
  static List<FactRef> proofs(Oid organisation, LocalDate today, Facts facts) {
    Stream<FactRef> told =
        facts.ties().stream()
            .filter(tie -> tie.controller().equals(organisation) && tie.isOpen(today))
            .map(FactRef::of);
    Stream<FactRef> rights =
        facts.rights().stream()
            .filter(right -> Holding.inForce(right, organisation, today))
            .map(FactRef::of);
    return Stream.concat(told, rights).toList();
  }
}
